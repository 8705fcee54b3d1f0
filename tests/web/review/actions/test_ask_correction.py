"""Asking for a correction, from the preview on."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.reporting.actions.preview import CORRECTION, preview
from junheng.web.reporting.models import Correction, CorrectionState, Round, Submission
from junheng.web.review import queries
from junheng.web.review.actions.ask_correction import ask_correction, correct_with
from tests.web.people import SCHOOLS, People
from tests.web.review.reports import version, workbook


def test_a_preview_becomes_one_correction(crew: People, mine: dict[str, Submission], locked_round: Round) -> None:
    actor = crew.actor("school_reporter")
    held = queries.submission_of(actor, mine[SCHOOLS[0]].pk)
    file = SimpleUploadedFile("教基表.xlsx", BytesIO(workbook(SCHOOLS[0], 444)).read())
    token = preview(actor, held, [file], revision=held.revision, purpose=CORRECTION).token
    with pytest.raises(Refusal) as refused:
        ask_correction(actor, token, reason="  ")
    assert refused.value.status == 422
    one = ask_correction(actor, token, reason="误填", checked=True)
    assert one.state == CorrectionState.ASKED
    assert ask_correction(actor, token, reason="误填", checked=True) == one
    held.refresh_from_db()
    assert held.current_id != one.version_id
    assert Correction.objects.everything("test").count() == 1


def test_not_for_another_school(crew: People, mine: dict[str, Submission], locked_round: Round) -> None:
    held = mine[SCHOOLS[1]]
    made = version(held, workbook(SCHOOLS[1], 444), crew.users["school_reporter"])
    with pytest.raises(NotAllowed):
        correct_with(crew.actor("school_reporter"), made, reason="x")

"""People spoken to: written over as a whole, never more satisfied than people."""

import pytest

from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.survey.actions.note_talks import note_talks
from junheng.web.survey.models import Survey
from junheng.web.survey.queries.surveys import talks
from tests.web.people import People


def test_the_last_writing_stands(staff: People, survey: Survey) -> None:
    inspector = staff.actor("inspector")
    note_talks(inspector, survey.pk, {"parents": (30, 28), "heads": (2, 2)}, revision=1)
    with pytest.raises(Stale):
        note_talks(inspector, survey.pk, {}, revision=1)
    note_talks(inspector, survey.pk, {"parents": (31, 28)}, revision=2)
    assert talks(survey) == {"parents": (31, 28)}


@pytest.mark.parametrize("numbers", [{"parents": (3, 4)}, {"martians": (3, 3)}, {"parents": (-1, -1)}])
def test_impossible_numbers(staff: People, survey: Survey, numbers: dict[str, tuple[int, int]]) -> None:
    with pytest.raises(Refusal):
        note_talks(staff.actor("inspector"), survey.pk, numbers, revision=1)
    assert talks(survey) == {}

"""Counted paper: whole or not at all, and once a source."""

from pathlib import Path

import pytest

from junheng.web.kit.refusal import Refusal
from junheng.web.survey.actions.close_survey import close_survey
from junheng.web.survey.actions.import_paper import import_paper
from junheng.web.survey.counting import EVERYONE, of
from junheng.web.survey.models import Paper, Survey
from tests.web.evidence.files import office, upload
from tests.web.people import People
from tests.web.survey.test_paper_form import GOOD, workbook


def test_a_later_one_takes_the_place_of_the_earlier(staff: People, survey: Survey, tmp_path: Path) -> None:
    inspector, content = staff.actor("inspector"), workbook(tmp_path, GOOD)
    for label in ("一中", "一中", "二中"):
        import_paper(inspector, survey.pk, label=label, file=upload("纸质.xlsx", content))
    assert list(Paper.objects.everything("test").values_list("replaced", flat=True)) == [True, False, False]
    closed = close_survey(inspector, survey.pk, revision=1)
    assert of(closed.counts, EVERYONE, "returned") == 100


@pytest.mark.parametrize(
    ("label", "name", "content"),
    [
        ("", "a.xlsx", b"x"),
        ("一中", "a.pdf", b"%PDF-1.4\n%%EOF"),
        ("一中", "a.xlsx", b""),
        ("一中", "a.docx", office()),
    ],
)
def test_what_is_refused(staff: People, survey: Survey, label: str, name: str, content: bytes) -> None:
    with pytest.raises(Refusal) as held:
        import_paper(staff.actor("inspector"), survey.pk, label=label, file=upload(name, content))
    assert held.value.status == 422
    assert not Paper.objects.everything("test").exists()


def test_nothing_chosen(staff: People, survey: Survey) -> None:
    with pytest.raises(Refusal):
        import_paper(staff.actor("inspector"), survey.pk, label="一中", file=None)

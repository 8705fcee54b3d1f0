"""Handing in: all files or none, names cleaned, limits kept, two at once."""

import pytest
from django.http import Http404
from pytest_django import Settings

from junheng.web.audit.models import Event
from junheng.web.evidence.actions.give import clean, give, take
from junheng.web.evidence.models import Attachment, Case
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.kit.store import read
from junheng.web.reporting.models import Round
from tests.web.evidence.conftest import YEAR, Bring
from tests.web.evidence.files import JPEG, PDF, upload
from tests.web.people import COUNTY, OTHER_COUNTY, SCHOOLS, People


def test_files_are_kept_with_their_digest(staff: People, open_round: Round) -> None:
    files = [upload("../../材料.pdf"), upload("照片.JPG", JPEG)]
    case = give(staff.actor("county_reviewer"), staff.places[COUNTY], YEAR, "G1", files, revision=0)
    held = list(case.attachments.all())
    assert [(one.name, one.kind) for one in held] == [("材料.pdf", "pdf"), ("照片.JPG", "jpeg")]
    assert read(held[0].sha256) == PDF
    assert (case.state, case.revision) == ("given", 1)
    event = Event.objects.latest("number")
    assert (event.verb, event.path, event.after["files"]) == ("evidence.give", "410100/410105/", 2)


def test_one_bad_file_and_none_is_kept(staff: People, open_round: Round) -> None:
    files = [upload(), upload("a.exe", b"MZ"), upload("b.png", b"")]
    with pytest.raises(Refusal) as held:
        give(staff.actor("county_reviewer"), staff.places[COUNTY], YEAR, "G1", files, revision=0)
    assert "a.exe" in held.value.why.zh
    assert "b.png" in held.value.why.zh
    assert not Case.objects.everything("test").exists()


def test_nothing_chosen(staff: People) -> None:
    with pytest.raises(Refusal, match="请选择"):
        take([])


def test_the_limits(staff: People, open_round: Round, settings: Settings) -> None:
    reviewer, county = staff.actor("county_reviewer"), staff.places[COUNTY]
    settings.JUNHENG_EVIDENCE_FILE_LIMIT = 50
    with pytest.raises(Refusal, match="超过"):
        give(reviewer, county, YEAR, "G1", [upload()], revision=0)
    settings.JUNHENG_EVIDENCE_FILE_LIMIT = 1024 * 1024
    settings.JUNHENG_EVIDENCE_CASE_FILES = 2
    give(reviewer, county, YEAR, "G1", [upload(), upload("b.pdf")], revision=0)
    with pytest.raises(Refusal, match="最多2个文件"):
        give(reviewer, county, YEAR, "G1", [upload()], revision=1)
    settings.JUNHENG_EVIDENCE_CASE_LIMIT = 100
    with pytest.raises(Refusal):
        give(reviewer, county, YEAR, "G10", [upload(), upload()], revision=0)
    assert Attachment.objects.everything("test").count() == 2


def test_the_second_of_two_is_told(staff: People, open_round: Round) -> None:
    reviewer, county = staff.actor("county_reviewer"), staff.places[COUNTY]
    give(reviewer, county, YEAR, "G1", [upload()], revision=0)
    with pytest.raises(Stale):
        give(reviewer, county, YEAR, "G1", [upload()], revision=0)
    assert Attachment.objects.everything("test").count() == 1


@pytest.mark.parametrize("role", ["inspector", "other_reviewer", "city_statistician", "school_reporter", "publisher"])
def test_only_the_county_gives_for_the_county(staff: People, open_round: Round, role: str) -> None:
    with pytest.raises(NotAllowed):
        give(staff.actor(role), staff.places[COUNTY], YEAR, "G1", [upload()], revision=0)


def test_a_school_gives_for_its_own_items_alone(staff: People, open_round: Round) -> None:
    reporter, school = staff.actor("school_reporter"), staff.places[SCHOOLS[0]]
    assert give(reporter, school, YEAR, "Q3", [upload()], revision=0).state == "given"
    with pytest.raises(Http404):
        give(reporter, school, YEAR, "G1", [upload()], revision=0)
    with pytest.raises(NotAllowed):
        give(reporter, staff.places[SCHOOLS[1]], YEAR, "Q3", [upload()], revision=0)
    with pytest.raises(NotAllowed):
        give(reporter, staff.places[OTHER_COUNTY], YEAR, "Q3", [upload()], revision=0)


@pytest.mark.parametrize("item", ["S1", "G2x", "", "L1", "<b>"])
def test_items_that_people_do_not_judge(staff: People, open_round: Round, item: str) -> None:
    with pytest.raises(Http404):
        give(staff.actor("county_reviewer"), staff.places[COUNTY], YEAR, item, [upload()], revision=0)


def test_new_files_after_a_finding_go_back_to_the_inspector(staff: People, bring: Bring) -> None:
    bring("replied")
    case = give(staff.actor("county_reviewer"), staff.places[COUNTY], YEAR, "G1", [upload()], revision=3)
    assert case.state == "given"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a\u202efdp.exe", "afdp.exe"),
        ("C:\\x\\材料.pdf", "材料.pdf"),
        ("..", "upload"),
        ("", "upload"),
        ("行\n名.pdf", "行名.pdf"),
        ("长" * 300 + ".pdf", "长" * 116 + ".pdf"),
    ],
)
def test_names_lose_what_deceives(name: str, kept: str) -> None:
    assert clean(name) == kept

"""A case on its page from the first file to the final finding; hostile input; the wrong people."""

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from junheng.web.evidence.models import Case
from tests.web.evidence.conftest import Bring
from tests.web.evidence.files import upload
from tests.web.people import COUNTY, OTHER_COUNTY, People

URL = f"/desk/evidence/2025/{COUNTY}/G1/"
ATTACK = "<script>alert(1)</script>"


def case() -> Case:
    return Case.objects.everything("test").get()


def test_the_whole_way(staff: People, bring: Bring) -> None:
    county, inspector = staff.client("county_reviewer"), staff.client("inspector")
    assert county.post(URL, {"do": "give", "revision": 0, "files": [upload(), upload("b.pdf")]}).status_code == 302
    cites = [one.pk for one in case().attachments.all()]
    today = str(timezone.localdate())
    said = {"do": "judge", "revision": 1, "met": "no", "text": ATTACK, "cites": cites, "reply_by": today}
    assert inspector.post(URL, said).status_code == 302
    assert county.post(URL, {"do": "reply", "revision": 2, "agrees": "no", "text": "已整改"}).status_code == 302
    page = inspector.get(URL).content.decode()
    assert ATTACK not in page
    assert "已整改" in page
    assert inspector.post(URL, {"do": "finalise", "revision": 3}).status_code == 302
    assert case().state == "final"
    assert inspector.post(URL, {"do": "reopen", "revision": 4, "reason": "复核"}).status_code == 302
    assert "Judge" in inspector.get("/en" + URL).content.decode()


def test_a_refused_file_says_why_on_the_page(staff: People, bring: Bring) -> None:
    answer = staff.client("county_reviewer").post(URL, {"do": "give", "revision": 0, "files": [upload("x.pdf", b"MZ")]})
    assert answer.status_code == 422
    assert "可执行" in answer.content.decode()
    assert not Case.objects.everything("test").exists()


def test_what_was_typed_stays(staff: People, bring: Bring) -> None:
    bring("given")
    said = {"do": "judge", "revision": 1, "met": "yes", "text": "写了很久的意见", "reply_by": "soon"}
    answer = staff.client("inspector").post(URL, said)
    assert answer.status_code == 422
    assert "写了很久的意见" in answer.content.decode()
    for wrong in ({"met": "maybe"}, {"met": ""}):
        assert staff.client("inspector").post(URL, {**said, **wrong}).status_code == 422
    assert staff.client("county_reviewer").post(URL, {"do": "reply", "revision": 1}).status_code == 422


def test_two_at_once(staff: People, bring: Bring) -> None:
    bring("replied")
    client = staff.client("inspector")
    assert client.post(URL, {"do": "finalise", "revision": 3}).status_code == 302
    assert client.post(URL, {"do": "finalise", "revision": 3}).status_code == 409


@pytest.mark.parametrize(
    ("role", "see", "give"),
    [
        ("county_reviewer", 200, 302),
        ("inspector", 200, 403),
        ("city_statistician", 200, 403),
        ("other_reviewer", 404, 404),
        ("school_reporter", 404, 404),
        ("planner", 403, 403),
    ],
)
def test_the_wrong_people(staff: People, bring: Bring, role: str, see: int, give: int) -> None:
    client = staff.client(role)
    assert client.get(URL).status_code == see
    assert client.post(URL, {"do": "give", "revision": 0, "files": [upload()]}).status_code == give


@pytest.mark.parametrize("path", ["S1/", "nothing/", "G1%3Cb%3E/"])
def test_items_nobody_judges(staff: People, bring: Bring, path: str) -> None:
    assert staff.client("inspector").get(f"/desk/evidence/2025/{COUNTY}/{path}").status_code == 404


def test_an_unknown_action(staff: People, bring: Bring) -> None:
    assert staff.client("inspector").post(URL, {"do": "delete"}).status_code == 404
    assert staff.client("inspector").get(f"/desk/evidence/2025/{OTHER_COUNTY}/V1/").status_code == 200


def test_the_queries(staff: People, bring: Bring, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    bring("final")
    client = staff.client("inspector")
    with django_assert_max_num_queries(22):
        client.get(URL)

"""Commit, reveal and record on the page; the seed shows only after the reveal."""

import pytest
from django.utils import timezone

from junheng.web.evidence.models import Draw
from tests.web.evidence.draws_made import planned
from tests.web.evidence.files import JPEG, upload
from tests.web.people import OTHER_SCHOOL, People


def test_the_whole_way(staff: People) -> None:
    client, held = staff.client("inspector"), planned(staff, source="掷骰")
    url = f"/desk/visits/{held.pk}/"
    assert client.post(url, {"do": "commit", "revision": 1}).status_code == 302
    assert client.post(url, {"do": "commit", "revision": 1}).status_code == 409
    secret = Draw.objects.everything("test").get().secret
    for page in (url, f"/draws/{held.pk}/", f"/draws/{held.pk}.json"):
        assert secret not in client.get(page).content.decode()
    assert client.post(url, {"do": "reveal", "revision": 2}).status_code == 422
    assert client.post(url, {"do": "reveal", "revision": 2, "public": "6"}).status_code == 302
    assert secret in client.get(url).content.decode()
    visit = f"{url}{OTHER_SCHOOL}/"
    said = {"revision": 1, "visited_on": str(timezone.localdate()), "text": "<b>属实", "files": [upload("a.jpg", JPEG)]}
    assert client.get(visit).status_code == 200
    assert client.post(visit, {**said, "visited_on": "", "files": []}).status_code == 422
    assert client.post(visit, {**said, "files": [upload("a.jpg", JPEG)]}).status_code == 302
    html = client.get("/en" + visit).content.decode()
    assert "<b>属实" not in html
    picture = Draw.objects.everything("test").get().visits.get(organisation__code=OTHER_SCHOOL).pictures.get()
    assert client.get(f"{visit}{picture.pk}/")["Content-Disposition"].startswith("attachment")
    assert client.get(f"{visit}99999/").status_code == 404


@pytest.mark.parametrize(("role", "status"), [("county_reviewer", 403), ("publisher", 403), ("planner", 403)])
def test_the_wrong_people(staff: People, role: str, status: int) -> None:
    url = f"/desk/visits/{planned(staff).pk}/"
    assert staff.client(role).get(url).status_code == status
    assert staff.client(role).post(url, {"do": "commit", "revision": 1}).status_code == status


def test_unknown_actions_and_schools(staff: People) -> None:
    url = f"/desk/visits/{planned(staff).pk}/"
    assert staff.client("inspector").post(url, {"do": "redraw"}).status_code == 404
    assert staff.client("inspector").get(f"{url}{OTHER_SCHOOL}/").status_code == 404
    assert staff.client("inspector").get("/desk/visits/99999/").status_code == 404

"""A file leaves as a download and only within reach."""

import pytest

from tests.web.evidence.conftest import Bring
from tests.web.evidence.files import PDF
from tests.web.people import People


def test_always_a_download(staff: People, bring: Bring) -> None:
    file = bring("given").attachments.get()
    answer = staff.client("inspector").get(f"/desk/evidence/file/{file.pk}/")
    assert answer.content == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("role", "status"), [("other_reviewer", 404), ("school_reporter", 404), ("planner", 403), ("county_reviewer", 200)]
)
def test_the_reach(staff: People, bring: Bring, role: str, status: int) -> None:
    file = bring("given").attachments.get()
    assert staff.client(role).get(f"/desk/evidence/file/{file.pk}/").status_code == status
    assert staff.client(role).get("/desk/evidence/file/99999/").status_code in {404, 403}


def test_withdrawn_stays_readable(staff: People, bring: Bring) -> None:
    file, client = bring("given").attachments.get(), staff.client("county_reviewer")
    url = f"/desk/evidence/file/{file.pk}/"
    assert client.get(url + "withdraw/").status_code == 405
    assert client.post(url + "withdraw/", {"revision": 1}).status_code == 302
    assert client.post(url + "withdraw/", {"revision": 1}).status_code == 409
    assert client.get(url).content == PDF
    assert staff.client("inspector").post(url + "withdraw/", {"revision": 2}).status_code == 403

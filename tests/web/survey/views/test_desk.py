"""The list and the form to open a survey."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from junheng.web.survey.models import Survey
from tests.web.people import COUNTY, OTHER_COUNTY, People


def test_an_empty_list_says_so(staff: People) -> None:
    assert "还没有调查" in staff.client("inspector").get("/desk/surveys/").content.decode()


def test_opening_keeps_what_was_typed(staff: People, survey: Survey) -> None:
    client, today = staff.client("inspector"), timezone.localdate()
    days = {"opens": str(today), "closes": str(today + timedelta(days=3))}
    url = "/desk/surveys/open/"
    again = client.post(url, {"county": COUNTY, "year": 2025, "population": "99", **days})
    assert again.status_code == 409
    assert 'value="99"' in again.content.decode()
    assert client.post(url, {"county": OTHER_COUNTY, "year": 2025, "opens": "soon"}).status_code == 422
    assert client.post(url, {"county": OTHER_COUNTY, "year": 2025, **days}).status_code == 302
    assert Survey.objects.everything("test").get(organisation__code=OTHER_COUNTY).population is None


@pytest.mark.parametrize(
    ("role", "status"), [("inspector", 200), ("county_reviewer", 403), ("publisher", 403), ("fund_clerk", 403)]
)
def test_who_may_open(staff: People, role: str, status: int) -> None:
    assert staff.client(role).get("/desk/surveys/open/").status_code == status


def test_a_stranger_signs_in_first(db: None) -> None:
    assert Client().get("/desk/surveys/").status_code == 302

"""Who sees what is hidden: staff with the verb and the county in reach, nobody else, and the public costs nothing."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from pytest_django import DjangoAssertNumQueries

from junheng.web.portal.readers import sees_all
from tests.web.people import COUNTY, People


def _request(user: object) -> HttpRequest:
    request = HttpRequest()
    request.user = user  # type: ignore[assignment]
    return request


@pytest.mark.parametrize(
    ("who", "sees"),
    [("county_reviewer", True), ("other_reviewer", False), ("school_reporter", False), ("city_statistician", True)],
)
def test_staff(staff: People, who: str, sees: bool) -> None:
    assert sees_all(_request(staff.users[who]), COUNTY) is sees
    assert not sees_all(_request(staff.users["county_reviewer"]), "999999")


def test_the_public_sees_nothing_and_asks_nothing(db: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert not sees_all(_request(AnonymousUser()), COUNTY)

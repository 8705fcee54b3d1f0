"""The items of one place."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.web.evidence.conftest import Bring
from tests.web.people import COUNTY, OTHER_COUNTY, SCHOOLS, People

URL = f"/desk/evidence/2025/{COUNTY}/"


def test_every_item_with_what_is_missing(staff: People, bring: Bring) -> None:
    bring("final")
    bring("given", item="Q3", code=SCHOOLS[0])
    for prefix, words in (("", "还没有佐证"), ("/en", "without evidence")):
        html = staff.client("county_reviewer").get(prefix + URL).content.decode()
        assert words in html
        assert f"{URL}G10/" in html
        assert f"/desk/evidence/2025/{SCHOOLS[0]}/Q3/" in html


def test_to_a_school(staff: People, bring: Bring) -> None:
    client = staff.client("county_reviewer")
    assert client.get(URL + f"?school={SCHOOLS[1]}")["Location"] == f"/desk/evidence/2025/{SCHOOLS[1]}/"
    assert client.get(URL + "?school=2141000009").status_code == 404


@pytest.mark.parametrize("path", [f"2025/{OTHER_COUNTY}/", f"1999/{COUNTY}/", "2025/410100/", "2025/nowhere/"])
def test_what_is_not_there(staff: People, bring: Bring, path: str) -> None:
    assert staff.client("county_reviewer").get("/desk/evidence/" + path).status_code == 404


def test_the_queries(staff: People, bring: Bring, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for item in ("G1", "G10", "V1"):
        bring("found", item=item)
    client = staff.client("county_reviewer")
    with django_assert_max_num_queries(16):
        client.get(URL)

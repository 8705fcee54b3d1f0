"""Who sees which study and which prices."""

from pathlib import Path

import pytest
from django.http import Http404

from junheng.web.portal.models import Edition
from junheng.web.workbench.actions.set_prices import set_prices
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy import queries
from tests.balance.city import COUNTY, NINE
from tests.web.people import CITY, OTHER_COUNTY, People
from tests.web.workbench.remedy.ground import ASKED, FULL, PRICED, published


@pytest.fixture
def edition(staff: People, tmp_path: Path) -> Edition:
    return published(tmp_path)


@pytest.fixture
def study(staff: People, edition: Edition) -> RemedyStudy:
    place = {"organisation": staff.places[COUNTY], "county_code": COUNTY, "edition": edition}
    held = {"snapshot": edition.snapshot, "standard": edition.standard, "name": "样例方案"}
    return RemedyStudy.objects.create(**place, **held, asked=ASKED, prices={COUNTY: PRICED})


def test_a_county_sees_its_own_study_and_no_others(staff: People, study: RemedyStudy) -> None:
    for role in ("planner", "inspector", "county_reviewer"):
        assert queries.remedies(staff.actor(role)) == [study]
        assert queries.remedy_of(staff.actor(role), study.pk) == study
    for role in ("other_reviewer", "school_reporter", "city_statistician"):
        assert queries.remedies(staff.actor(role)) == []
        with pytest.raises(Http404):
            queries.remedy_of(staff.actor(role), study.pk)


@pytest.mark.django_db
def test_a_county_has_its_lists_and_the_citys(staff: People) -> None:
    planner = staff.actor("planner")
    price_list = set_prices(planner, CITY, FULL)
    own = set_prices(planner, COUNTY, FULL)
    other = set_prices(planner, OTHER_COUNTY, FULL)
    assert set(queries.price_lists(staff.places[COUNTY])) == {price_list, own}
    assert set(queries.price_lists(staff.places[OTHER_COUNTY])) == {price_list, other}
    assert queries.price_lists(staff.places[CITY]) == [price_list]
    assert next(one.code for one in queries.priced_places(planner)) == CITY
    assert [one.code for one in queries.priced_places(staff.actor("county_reviewer"))] == [COUNTY]


def test_a_year_with_its_counties_and_schools(edition: Edition) -> None:
    assert queries.edition_of_year("2024") == edition
    with pytest.raises(Http404):
        queries.edition_of_year("1999")
    assert queries.county_codes(edition) == [COUNTY]
    assert NINE in queries.school_codes(edition, COUNTY) == queries.school_codes(edition, "")
    assert queries.school_codes(edition, OTHER_COUNTY) == set()


@pytest.mark.django_db
def test_counties_are_called_by_name_and_by_code_where_they_are_none(staff: People) -> None:
    names = queries.county_names([COUNTY, "999999"])
    assert (names[COUNTY].zh, names["999999"].zh) == ("金水区", "999999")

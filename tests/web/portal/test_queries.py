"""Every query by itself: one question each, what it promises not to fetch, what is not there."""

from collections.abc import Callable

import pytest
from django.http import Http404
from pytest_django import DjangoAssertNumQueries

from junheng.web.portal import queries
from junheng.web.portal.models import Edition


def _edition() -> Edition:
    return queries.editions()[0]


@pytest.mark.parametrize(
    "ask",
    [
        queries.counties,
        queries.geometry,
        lambda edition: queries.county(edition, "410105"),
        lambda _edition: queries.county_years("410105"),
        lambda _edition: queries.school_years("2141000002"),
        lambda edition: queries.school(edition, "2141000002", "primary"),
        lambda edition: queries.expected(edition.pk),
    ],
)
def test_one_question_each(
    published: None, ask: Callable[[Edition], object], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    edition = _edition()
    with django_assert_num_queries(1):
        ask(edition)


def test_the_years_come_newest_first_without_their_maps(published: None) -> None:
    found = queries.editions()
    assert [one.year for one in found] == [2025, 2024]
    assert {"geometry", "expected"} <= found[0].get_deferred_fields()


def test_the_edition_of_a_year(published: None) -> None:
    found = queries.editions()
    assert queries.edition_of(found, None).year == 2025
    assert queries.edition_of(found, 2024).year == 2024
    with pytest.raises(Http404):
        queries.edition_of(found, 1999)
    with pytest.raises(Http404):
        queries.edition_of([], None)


def test_the_judged_schools_are_those_that_count(published: None) -> None:
    county = queries.county(_edition(), "410105")
    assert [one.code for one in queries.schools(county)] == ["3141000001", "2141000001", "2141000002", "2141000003"]
    assert all(one.section for one in queries.schools(county))


def test_the_years_of_a_county_come_oldest_first(published: None) -> None:
    assert [one.edition.year for one in queries.county_years("410105")] == [2024, 2025]
    assert queries.county_years("410199") == []


def test_the_years_of_a_school_come_newest_first_with_those_it_did_not_count(published: None) -> None:
    assert [one.county.edition.year for one in queries.school_years("2141000009")] == [2025, 2024]


@pytest.mark.parametrize(
    "ask",
    [
        lambda edition: queries.county(edition, "410199"),
        lambda _edition: queries.school_years("x"),
        lambda edition: queries.school(edition, "2141000002", "junior"),
        lambda edition: queries.school(edition, "2141000009", "primary"),
    ],
)
def test_what_is_not_there(published: None, ask: Callable[[Edition], object]) -> None:
    with pytest.raises(Http404):
        ask(_edition())

"""A school beside the standard: need by its own arithmetic, unknown stays unknown."""

from dataclasses import replace
from datetime import date

import polars as pl

from junheng.policy.establishment_norms import establishment_norms
from junheng.web.portal.models import Edition
from junheng.web.posts.facts import reported
from junheng.web.posts.ledger import authorised
from junheng.web.posts.standing import schools_of, totals_of
from tests.web.people import COUNTY
from tests.web.posts.ground import AUTHORISED, NEEDS

NORMS = establishment_norms(date(2025, 9, 1))


def test_without_a_ledger_need_is_known_and_nothing_else(edition: Edition) -> None:
    rows = schools_of(reported(edition, COUNTY), NORMS, None)
    assert tuple(one.need for one in rows) == NEEDS
    assert rows[0].how.zh == "小学 ⌈500÷19⌉＝27"
    assert {(one.posts, one.staff, one.lacking, one.vacant) for one in rows} == {(None, None, None, None)}
    found = totals_of(rows)
    assert (found.need, found.posts, found.short, found.over, found.unknown) == (177, None, None, None, 6)


def test_short_and_over_are_told_apart_and_never_balanced(edition: Edition) -> None:
    rows = schools_of(reported(edition, COUNTY), NORMS, authorised(AUTHORISED))
    found = totals_of(rows)
    assert (found.posts, found.staff, found.short, found.over) == (178, 167, 12, 13)
    assert [one.vacant for one in rows] == [10, 1, 0, -1, 1, 0]


def test_small_rural_schools_count_by_classes_where_that_is_more(edition: Edition) -> None:
    held = reported(edition, COUNTY)
    small = replace(held.sections, frame=held.sections.frame.with_columns(small_rural=pl.lit(value=True)))
    norms = establishment_norms(date(2025, 9, 1), {"small.per_class": 3.0})
    first = schools_of(replace(held, sections=small), norms, None)[0]
    assert (first.need, first.by_classes, first.how.zh) == (36, True, "小学按班 ⌈12×3⌉＝36")


def test_a_county_without_schools_has_no_totals(edition: Edition) -> None:
    rows = schools_of(reported(edition, "410122"), NORMS, None)
    assert rows == []
    assert totals_of(rows).posts is None

"""The years side by side: a missing year stays a gap, a margin has the sign of the good side."""

from dataclasses import replace
from typing import Any

import pytest

from junheng.web.portal.models import County, Edition, School
from junheng.web.portal.trend import history_rows, trend_rows
from tests.web.factories import STANDARD


def _county(year: int, **dispersions: float | None) -> County:
    indicators = [
        {"section": "primary", "indicator": id_, "dispersion": value, "limit": 0.5, "met": True}
        for id_, value in dispersions.items()
    ]
    return County(edition=Edition(year=year), code="410105", indicators=indicators)


def _school(year: int, section: str = "primary", **values: float | None) -> School:
    county = County(edition=Edition(year=year), code="410105")
    return School(county=county, code="2141000001", section=section, values=values, marks=dict.fromkeys(values, "met"))


def _row(rows: list[dict[str, Any]], indicator: str) -> dict[str, Any]:
    return next(one for one in rows if one["indicator"].id == indicator)


def test_a_county_has_a_row_for_every_section_and_indicator() -> None:
    rows = trend_rows([_county(2024), _county(2025)], STANDARD)["rows"]
    assert len(rows) == len(STANDARD.sections) * len(STANDARD.indicators)
    assert all([one["dispersion"] for one in row["results"]] == [None, None] for row in rows)


def test_the_years_stay_in_order_and_a_missing_one_stays_a_gap() -> None:
    years = [_county(2023, L1=0.3), _county(2024), _county(2025, L1=0.4)]
    row = _row(trend_rows(years, STANDARD)["rows"], "L1")
    assert [one["dispersion"] for one in row["results"]] == [0.3, None, 0.4]
    assert row["chart"].count("<rect") == 2
    assert "2024—2025学年 —" in row["chart"]


def test_the_limit_is_the_newest_that_is_known() -> None:
    old, new = _county(2024, L1=0.3), _county(2025)
    old.indicators[0]["limit"] = 0.45
    assert 'class="limit"' in _row(trend_rows([old, new], STANDARD)["rows"], "L1")["chart"]


def test_the_pictures_of_a_page_have_names_of_their_own() -> None:
    rows = trend_rows([_county(2025)], STANDARD)["rows"]
    names = [row["chart"].partition('id="')[2].partition('"')[0] for row in rows]
    assert len(set(names)) == len(names)


def test_the_history_of_a_school_and_its_picture_are_both_oldest_first() -> None:
    row = _row(history_rows([_school(2025, L5=8.0), _school(2024, L5=7.0)], "primary", STANDARD), "L5")
    assert [(one["year"], one["value"]) for one in row["cells"]] == [(2024, 7.0), (2025, 8.0)]
    assert row["chart"].index("2024—2025学年 7.00") < row["chart"].index("2025—2026学年 8.00")


@pytest.mark.parametrize(("value", "margin"), [(8.0, 0.5), (7.0, -0.5), (7.5, 0.0), (None, None)])
def test_the_margin_is_the_newest_value_over_its_threshold(value: float | None, margin: float | None) -> None:
    row = _row(history_rows([_school(2025, L5=value), _school(2024, L5=99.0)], "primary", STANDARD), "L5")
    assert (row["threshold"], row["margin"]) == (7.5, margin)


def test_where_lower_is_better_the_margin_is_the_other_way_round() -> None:
    indicators = tuple(replace(one, better="lower") if one.id == "L5" else one for one in STANDARD.indicators)
    lower = replace(STANDARD, indicators=indicators)
    assert _row(history_rows([_school(2025, L5=7.0)], "primary", lower), "L5")["margin"] == 0.5


def test_only_the_section_asked_for() -> None:
    rows = history_rows([_school(2025, "junior", L5=9.0), _school(2025, L5=8.0)], "primary", STANDARD)
    assert [one["value"] for one in _row(rows, "L5")["cells"]] == [8.0]


def test_an_indicator_that_was_not_stored_is_missing() -> None:
    (cell,) = _row(history_rows([_school(2025)], "primary", STANDARD), "L5")["cells"]
    assert (cell["value"], cell["mark"]) == (None, "none")

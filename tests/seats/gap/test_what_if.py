"""Other births, new housing, another norm: what moves and what must not."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.policy.seat_norms import SeatNorms, seat_norms
from junheng.seats.gap import Change, what_if


def then(found: pl.DataFrame, year: int, area: str, section: str) -> dict[str, float]:
    (only,) = found.filter(year=year, area=area, section=section).to_dicts()
    return only


def test_fewer_births_reach_school_six_years_later(
    children: pl.DataFrame, schools: pl.DataFrame, norms: SeatNorms
) -> None:
    found = what_if(children, schools, norms, Change(births=-0.3, births_from=2022)).areas
    assert then(found, 2026, "north", "primary")["difference"] == 0, "born 2022, at school from 2028"
    assert then(found, 2030, "north", "primary")["children_then"] == pytest.approx(500 * (1 - 0.3 * 3 / 6))
    assert then(found, 2030, "north", "junior")["difference"] == 0


def test_housing_adds_children_where_it_stands(children: pl.DataFrame, schools: pl.DataFrame, norms: SeatNorms) -> None:
    housing = pl.DataFrame(
        {"year": [2030, 2030], "area": ["hill"] * 2, "section": ["primary"] * 2, "children": [50, 7]}
    )
    found = what_if(children, schools, norms, Change(housing=housing))
    assert then(found.areas, 2030, "hill", "primary")["difference"] == 57
    assert found.then.city["children"].sum() == found.now.city["children"].sum() + 57
    assert found.areas.filter(year=2026, area="hill", section="primary")["gap_then"].to_list() == [None]


def test_smaller_classes_hold_fewer(children: pl.DataFrame, schools: pl.DataFrame, norms: SeatNorms) -> None:
    found = what_if(children, schools, norms, Change(class_norm={"primary": 40}))
    assert then(found.areas, 2026, "north", "primary")["gap_then"] == 600 - 12 * 40
    assert then(found.areas, 2026, "north", "junior")["difference"] == 0
    assert found.then.norms.class_norm == {"primary": 40, "junior": 50}


@settings(deadline=None, max_examples=30)
@given(st.floats(-1, 1), st.floats(-1, 1))
def test_more_births_never_need_fewer_seats(one: float, other: float) -> None:
    norms = seat_norms(date(2026, 9, 1))
    town = pl.DataFrame({"year": [2035], "area": ["A"], "section": ["primary"], "children": [900.0]})
    built = pl.DataFrame({"school": ["S"], "area": ["A"], "section": ["primary"], "classes": [12]})
    few, many = sorted((one, other))
    less, more = (what_if(town, built, norms, Change(births=by, births_from=2025)).areas for by in (few, many))
    assert less["gap_then"][0] <= more["gap_then"][0]
    assert less["children_then"][0] >= 0


def test_what_cannot_be_asked(children: pl.DataFrame, schools: pl.DataFrame, norms: SeatNorms) -> None:
    with pytest.raises(ValueError, match="at most all"):
        what_if(children, schools, norms, Change(births=-1.5))
    with pytest.raises(KeyError, match="night"):
        what_if(children, schools, norms, Change(class_norm={"night": 30}))

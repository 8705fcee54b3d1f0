"""The gap adds up, falls with seats and rises with children, and never takes the unknown for nothing."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.policy.seat_norms import SeatNorms, seat_norms
from junheng.seats.gap import SeatGap, seat_gap


def row(found: SeatGap, year: int, area: str, section: str = "primary") -> dict[str, object]:
    (only,) = found.areas.filter(year=year, area=area, section=section).to_dicts()
    return only


def test_children_less_seats(children: pl.DataFrame, schools: pl.DataFrame, norms: SeatNorms) -> None:
    found = seat_gap(children, schools, norms)
    assert row(found, 2026, "north")["gap"] == 600 - 12 * 45
    assert row(found, 2026, "south")["gap"] == 300 - 6 * 45
    assert row(found, 2030, "south")["gap"] == 420 - 10 * 45, "C1 opens in 2028"
    assert row(found, 2030, "north", "junior")["gap"] == 280, "J1 is closed by 2030: no school, no seat"


def test_blank_is_not_zero(children: pl.DataFrame, schools: pl.DataFrame, norms: SeatNorms) -> None:
    found = seat_gap(children, schools.with_columns(classes=pl.when(pl.col("school") != "P1").then("classes")), norms)
    assert row(found, 2026, "hill")["children"] is None
    assert row(found, 2026, "hill")["gap"] is None
    north = row(found, 2026, "north")
    assert (north["seats"], north["gap"], north["unknown_schools"]) == (None, None, 1)
    (city,) = found.city.filter(year=2026, section="primary").to_dicts()
    assert city["unknown_areas"] == 2
    assert city["gap"] == 300 - 6 * 45


def test_the_city_is_the_sum_of_its_areas(children: pl.DataFrame, schools: pl.DataFrame, norms: SeatNorms) -> None:
    found = seat_gap(children, schools, norms)
    for city in found.city.to_dicts():
        areas = found.areas.filter(year=city["year"], section=city["section"])
        for name in ("children", "seats", "gap", "schools"):
            assert city[name] == pytest.approx(areas[name].sum())
        assert city["missing"] - city["spare"] == pytest.approx(city["gap"])


def test_share_within_the_radius(
    children: pl.DataFrame, schools: pl.DataFrame, distances: pl.DataFrame, norms: SeatNorms
) -> None:
    found = seat_gap(children, schools, norms, distances=distances)
    shares = {(one["year"], one["section"]): one["covered"] for one in found.city.to_dicts()}
    assert shares[2030, "primary"] == pytest.approx(920 / 1000)
    assert shares[2026, "junior"] == pytest.approx(250 / 440)
    assert seat_gap(children, schools, norms).city["covered"].to_list() == [None] * 4


def test_reserved_land_and_classes_of_today(children: pl.DataFrame, schools: pl.DataFrame, norms: SeatNorms) -> None:
    land = pl.DataFrame({"area": ["hill", "hill"], "section": ["primary", "primary"], "classes": [6, 12]})
    sizes = pl.DataFrame({"school": ["P1"] * 4, "section": ["primary"] * 4, "pupils": [45, 56, 65, 66]})
    found = seat_gap(children, schools, norms, land=land, class_sizes=sizes)
    hill, north = row(found, 2030, "hill"), row(found, 2030, "north")
    assert (hill["reserved_classes"], hill["reserved_seats"]) == (18, 810)
    assert (north["oversized_now"], north["grossly_oversized_now"]) == (3, 1)
    assert north["reserved_classes"] is None


counts = st.lists(st.integers(0, 3000), min_size=2, max_size=6)


@settings(deadline=None, max_examples=30)
@given(counts, st.lists(st.integers(0, 60), min_size=2, max_size=6), st.integers(0, 5), st.integers(1, 20))
def test_more_seats_never_widen_the_gap(children: list[int], classes: list[int], at: int, more: int) -> None:
    norms = seat_norms(date(2026, 9, 1))
    size = min(len(children), len(classes))
    areas = [f"A{one}" for one in range(size)]
    town = pl.DataFrame({"year": 2030, "area": areas, "section": "primary", "children": children[:size]})
    built = pl.DataFrame({"school": areas, "area": areas, "section": "primary", "classes": classes[:size]})
    grown = built.with_columns(
        classes=pl.col("classes") + pl.when(pl.col("school") == areas[at % size]).then(more).otherwise(0)
    )
    before, after = (seat_gap(town, one, norms) for one in (built, grown))
    assert (after.areas["gap"] <= before.areas["gap"]).all()
    assert (after.areas["seats"] <= norms.single).all()
    for found in (before, after):
        assert found.city["gap"].sum() == pytest.approx(found.areas["gap"].sum())
        assert found.city["children"].sum() == sum(children[:size])

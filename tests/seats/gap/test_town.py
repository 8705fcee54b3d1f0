"""A town of points: gap, nearest free seat, schools placed in areas, every fault told."""

import numpy as np
import polars as pl
import pytest

from junheng.policy import Text
from junheng.policy.seat_norms import SeatNorms
from junheng.seats.faults import UnfitInputError
from junheng.seats.gap import Town, town_gap, unpeopled
from junheng.seats.places import PointTable, capacity, point_table, ways
from tests.seats.places.squares import degrees


def points(*rows: tuple[str, float, float], **more: list[str]) -> PointTable:
    at = [degrees(east, north) for _, east, north in rows]
    text = {"id": [row[0] for row in rows], "lon": [str(x) for x, _ in at], "lat": [str(y) for _, y in at], **more}
    return point_table(pl.DataFrame(text), Text("点", "points"))


def town(children: tuple[float, ...] = (60, 30, 20), **schools: list[str]) -> Town:
    areas = points(("a", 0, 0), ("b", 1000, 0), ("c", 2000, 0))
    held = points(("s", 100, 0), ("t", 1900, 0), **(schools or {"seats": ["50", "40"]}))
    rows = [("a", "s", 100), ("b", "s", 900), ("b", "t", 900), ("c", "t", 100), ("a", "t", 1900)]
    text = pl.DataFrame(rows, schema=["area", "school", "metres"], orient="row").cast(pl.String)
    measured = ways(text, areas.id, held.id, Text("路程", "ways"))
    return Town(areas, np.array(children, float), held, capacity(held, Text("学校", "school"))[0], measured)


def test_children_less_seats_by_area(norms: SeatNorms) -> None:
    found = town_gap(town(), "primary", 2026, norms).gap.areas
    assert found.select("area", "children", "seats", "gap", "nearest").rows() == [
        ("a", 60, 50, 10, 100),
        ("b", 30, 0, 30, 900),
        ("c", 20, 40, -20, 100),
    ]
    assert found["nearest_free"].null_count() == 3


def test_free_seats_are_known_once_children_are_seated(norms: SeatNorms) -> None:
    found = town_gap(town((60, 10, 10)), "primary", 2026, norms, fill=True)
    assert found.seated is not None
    assert found.seated.pupils.tolist() == [50, 30]
    assert found.gap.areas["nearest_free"].to_list() == [1900, 900, 100]


def test_classes_make_seats_by_the_norm(norms: SeatNorms) -> None:
    found = town_gap(town(classes=["2", "1"]), "primary", 2026, norms).gap.areas
    assert found["seats"].to_list() == [90, 0, 45]


def test_the_area_a_school_names_comes_before_the_nearest(norms: SeatNorms) -> None:
    found = town_gap(town(seats=["50", "40"], area=["b", "b"]), "primary", 2026, norms).gap.areas
    assert found["seats"].to_list() == [0, 90, 0]
    with pytest.raises(UnfitInputError) as refused:
        town_gap(town(seats=["50", "40"], area=["b", "z"]), "primary", 2026, norms)
    assert [one.code for one in refused.value.faults] == ["place_unknown"]


def test_a_school_outside_every_area_is_told(norms: SeatNorms) -> None:
    areas = points(*((f"a{at}", at * 500.0, 0.0) for at in range(12)))
    far = points(("s", 0, 0), ("lost", 0, 90_000), seats=["9", "9"])
    text = pl.DataFrame({"area": ["a0"], "school": ["s"], "metres": ["1"]})
    asked = Town(
        areas,
        np.ones(12),
        far,
        capacity(far, Text("学校", "school"))[0],
        ways(text, areas.id, far.id, Text("路程", "ways")),
    )
    with pytest.raises(UnfitInputError) as refused:
        town_gap(asked, "primary", 2026, norms)
    assert [(one.code, one.where.en) for one in refused.value.faults] == [("outside_every_area", "school “lost”")]


def test_areas_without_children_are_named(norms: SeatNorms) -> None:
    asked = town((np.nan, 0, 20))
    assert [(one.code, one.where.zh) for one in unpeopled(asked.areas, asked.children)] == [
        ("no_population", "片区“a”"),
        ("nobody_lives_there", "片区“b”"),
    ]
    found = town_gap(asked, "primary", 2026, norms).gap
    assert found.areas["gap"].to_list() == [None, 0, -20]
    assert found.city["unknown_areas"].to_list() == [1]

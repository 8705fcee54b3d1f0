"""The format of the Loudoun data: a good map reads, and everything wrong is told at once."""

from dataclasses import replace

import pytest

from junheng.seats.faults import UnfitInputError
from junheng.seats.zoning.lcps import Row, Rows, Tables, zoning_case

UNITS: list[Row] = [
    {"spa_id": name, "pop_elem": str(pupils), "pop_mid": "1", "area_sqft": "1", "perimeter_ft": "4"}
    for name, pupils in (("A", 10), ("B", 0), ("C", 30))
]
ADJACENCY: list[Row] = [
    {"spa_a": "A", "spa_b": "B", "shared_border_ft": "1"},
    {"spa_a": "B", "spa_b": "C", "shared_border_ft": "1.0"},
    {"spa_a": "A", "spa_b": "C", "shared_border_ft": "0"},
]
SCHOOLS: list[Row] = [
    {"school_code": "EA", "level": "ELEMENTARY", "capacity": "20", "home_spa": "A"},
    {"school_code": "EC", "level": "ELEMENTARY", "capacity": "25", "home_spa": "C"},
    {"school_code": "M", "level": "MIDDLE", "capacity": "25", "home_spa": "B"},
]
PLAN: list[Row] = [
    {"spa_id": "C", "district": "D1", "district_capacity": "25"},
    {"spa_id": "B", "district": "D0", "district_capacity": "20"},
    {"spa_id": "A", "district": "D0", "district_capacity": "20"},
]
GOOD = Tables(UNITS, ADJACENCY, SCHOOLS, PLAN, {"units": "units.csv"})


def changed(rows: Rows, at: int, **values: str | None) -> list[Row]:
    return [{**row, **values} if number == at else row for number, row in enumerate(rows)]


def codes(tables: Tables) -> list[str]:
    with pytest.raises(UnfitInputError) as caught:
        zoning_case(tables, "ELEM")
    assert all(fault.in_("zh") and fault.in_("en") for fault in caught.value.faults)
    return [fault.code for fault in caught.value.faults]


def test_a_good_map() -> None:
    case = zoning_case(GOOD, "ELEM")
    assert case.land.areas == ("A", "B", "C")
    assert case.land.pupils.tolist() == [10, 0, 30]
    assert case.land.schools == ("EA", "EC")
    assert case.plan.tolist() == [0, 0, 1]
    assert case.districts == ("D0", "D1")
    assert case.land.border.tolist() == [1, 1, 1, 1]
    assert sorted(note.code for note in case.notes) == ["zone_areas_without_pupils", "zone_corner"]


def test_another_level_has_other_pupils_and_schools() -> None:
    tables = replace(GOOD, plan=[{"spa_id": row["spa_id"], "district": "all"} for row in PLAN])
    case = zoning_case(tables, "MID")
    assert (case.land.schools, case.land.pupils.tolist()) == (("M",), [1, 1, 1])


@pytest.mark.parametrize(
    ("tables", "code"),
    [
        (replace(GOOD, units=[]), "zone_table_empty"),
        (replace(GOOD, units=[{"spa_id": "A"}]), "zone_column_missing"),
        (replace(GOOD, units=[*UNITS, {**UNITS[0], "spa_id": ""}]), "zone_no_name"),
        (replace(GOOD, units=[*UNITS, UNITS[0]]), "zone_twice"),
        (replace(GOOD, units=changed(UNITS, 0, pop_elem="-3")), "negative_count"),
        (replace(GOOD, units=changed(UNITS, 0, pop_elem="many")), "not_a_number"),
        (replace(GOOD, units=changed(UNITS, 0, pop_elem=None)), "not_a_number"),
        (replace(GOOD, units=changed(UNITS, 0, pop_elem="inf")), "not_a_number"),
        (replace(GOOD, units=changed(UNITS, 0, area_sqft="0")), "zone_zero"),
        (replace(GOOD, units=changed(UNITS, 1, perimeter_ft="1.5")), "zone_borders_exceed_outline"),
        (replace(GOOD, adjacency=changed(ADJACENCY, 0, spa_b="Z")), "zone_area_unknown"),
        (replace(GOOD, adjacency=changed(ADJACENCY, 0, spa_b="A")), "zone_borders_itself"),
        (replace(GOOD, adjacency=[*ADJACENCY, {**ADJACENCY[0], "spa_a": "B", "spa_b": "A"}]), "zone_twice"),
        (replace(GOOD, adjacency=changed(ADJACENCY, 0, shared_border_ft="-1")), "negative_count"),
        (replace(GOOD, adjacency=[ADJACENCY[2]]), "zone_island"),
        (replace(GOOD, schools=changed(SCHOOLS, 0, home_spa="Z")), "zone_area_unknown"),
        (replace(GOOD, schools=changed(SCHOOLS, 0, home_spa="C")), "zone_two_schools_in_area"),
        (replace(GOOD, schools=changed(SCHOOLS, 0, capacity="0")), "zone_zero"),
        (replace(GOOD, schools=changed(SCHOOLS, 0, school_code="EC")), "zone_twice"),
        (replace(GOOD, schools=SCHOOLS[2:]), "zone_no_school"),
        (replace(GOOD, plan=PLAN[:2]), "zone_area_without_district"),
        (replace(GOOD, plan=[*PLAN, PLAN[0]]), "zone_twice"),
        (replace(GOOD, plan=changed(PLAN, 1, spa_id="Z")), "zone_area_unknown"),
        (replace(GOOD, plan=changed(PLAN, 1, district="empty")), "zone_schools_in_district"),
        (replace(GOOD, plan=changed(PLAN, 0, district="D0")), "zone_schools_in_district"),
    ],
)
def test_each_fault_has_its_code(tables: Tables, code: str) -> None:
    assert code in codes(tables)


def test_all_faults_at_once() -> None:
    tables = Tables(
        changed(UNITS, 0, pop_elem="-3"),
        changed(ADJACENCY, 0, spa_a="Z"),
        changed(SCHOOLS, 1, capacity="?"),
        PLAN[:2],
    )
    assert {"negative_count", "zone_area_unknown", "not_a_number", "zone_area_without_district"} <= set(codes(tables))


def test_the_row_is_counted_as_a_person_does() -> None:
    with pytest.raises(UnfitInputError) as caught:
        zoning_case(replace(GOOD, units=changed(UNITS, 1, pop_elem="-3")), "ELEM")
    assert caught.value.faults[0].where.en == "units.csv row 3"


def test_other_seats_in_the_plan_are_a_note() -> None:
    case = zoning_case(replace(GOOD, plan=changed(PLAN, 0, district_capacity="26")), "ELEM")
    (note,) = [note for note in case.notes if note.code == "zone_capacity_differs"]
    assert "26" in note.in_("en")
    assert case.land.seats.tolist() == [20, 25]

"""Tables as a city with its ways: given, or straight between places."""

import numpy as np
import pytest

from junheng.teachers import Read, UnfitTablesError
from junheng.teachers.rotation import inputs_of
from tests.teachers.rotation.tiny import DAY, rules
from tests.teachers.tables import DISTANCES, SCHOOLS, TEACHERS, table


def _east(lon: np.ndarray, _lat: np.ndarray, other: np.ndarray, _other_lat: np.ndarray) -> np.ndarray:
    metres: np.ndarray = np.abs(lon - other) * 100_000
    return metres


def _tables(**more: str) -> dict[str, Read]:
    return {name: table(name, text) for name, text in {"teachers": TEACHERS, "schools": SCHOOLS, **more}.items()}


def test_given_distances_are_taken() -> None:
    found = inputs_of(_tables(distances=DISTANCES), rules(), DAY, _east)
    assert found.km[0, 2] == 6
    assert found.notes == ()


def test_without_them_ways_are_straight_and_said_so() -> None:
    found = inputs_of(_tables(), rules(), DAY, _east)
    assert found.km[0, 1] == pytest.approx(2)
    assert len(found.notes) == 1


def test_coordinates_come_before_those_of_schools() -> None:
    found = inputs_of(_tables(coordinates="school_code,lon,lat\ns2,113.7,34\n"), rules(), DAY, _east)
    assert found.km[0, 1] == pytest.approx(10)


def test_every_fault_is_told() -> None:
    with pytest.raises(UnfitTablesError) as absent:
        inputs_of({}, rules(), DAY, _east)
    assert [one.code for one in absent.value.faults] == ["file_absent", "file_absent"]
    tables = _tables(distances="from,km\ns1,2\n") | {"schools": table("schools", SCHOOLS.replace("小学,300", "小学,x"))}
    with pytest.raises(UnfitTablesError) as wrong:
        inputs_of(tables, rules(), DAY, _east)
    assert {one.code for one in wrong.value.faults} == {"column_absent", "not_a_number"}

"""Places of a county and section: seats within the size limits, room for classes, pupils who go elsewhere."""

import polars as pl

from junheng.seats.plan import Choices
from junheng.seats.plan.sites import places, supply
from junheng.seats.plan.ways import ways
from tests.seats.plan.tiny import tiny


def test_schools_with_zones_come_first_then_sites() -> None:
    base = tiny(addable=3)
    found = places(base, ways(base), "A", "primary", Choices().norms())
    assert found.code == ["Ap0", "Ap1", "A-L1"]
    assert found.seats.tolist() == [540, 540, 0]
    assert found.addable.tolist() == [3, 3, 0]
    assert found.classes_max.tolist() == [0, 0, 36]
    assert found.existing.tolist() == [True, True, False]
    assert (found.elsewhere, found.seats_elsewhere) == (0, 0)


def test_pupils_of_schools_without_a_zone_go_elsewhere() -> None:
    base = tiny()
    zones = base.zones.with_columns(school_code=pl.col("school_code").replace("Ap1", "Ap0"))
    found = places(tiny(zones=zones), ways(base), "A", "primary", Choices().norms())
    assert found.code == ["Ap0", "A-L1"]
    assert (found.elsewhere, found.seats_elsewhere) == (480, 540)


def test_a_large_school_has_no_more_seats_than_its_size_limit_and_grows_no_further() -> None:
    found = supply(tiny(classes=50, addable=6), Choices().norms())
    assert set(found["seats"]) == {2000}
    assert set(found["addable"]) == {0}


def test_a_school_grows_to_36_classes() -> None:
    found = supply(tiny(classes=34, addable=6), Choices().norms())
    assert set(found["addable"]) == {2}

"""The tables of a base, of some counties."""

from junheng.seats.plan.tables import only
from tests.seats.plan.tiny import tiny


def test_one_county_takes_its_rows_everywhere_and_the_streets_whole() -> None:
    base = tiny()
    found = only(base, ("A",))
    assert set(found.areas["county_code"]) == {"A"}
    assert found.children.height * 2 == base.children.height
    assert set(found.seats["school_code"]) == set(found.schools["school_code"])
    assert found.zones.height * 2 == base.zones.height
    assert found.edges.height == base.edges.height


def test_without_a_name_all_stay() -> None:
    base = tiny()
    assert only(base, ()) is base

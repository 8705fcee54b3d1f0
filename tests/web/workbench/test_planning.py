"""A base as the engine takes it."""

from junheng.seats.plan import Choices
from junheng.web.workbench.models import PlanningBase
from junheng.web.workbench.planning import children_of, county_names, covers, note_of, planning, ways_of
from tests.web.people import COUNTY, OTHER_COUNTY
from tests.web.workbench.ground import AREAS


def test_the_tables_come_with_prices_and_are_read_once(base: PlanningBase) -> None:
    held = planning(base)
    assert held.costs == {"new_class_yuan": 7}
    assert planning(base) is held
    assert planning(base, COUNTY).areas.height == len(AREAS)
    assert planning(base, OTHER_COUNTY).areas.is_empty()


def test_ways_and_children_are_counted_once(base: PlanningBase) -> None:
    assert ways_of(base, COUNTY) is ways_of(base, COUNTY)
    few = children_of(base, COUNTY, Choices(years=(2035,), births_percent=-5))
    same = children_of(base, COUNTY, Choices(years=(2035,), births_percent=-5, keep_metres=1.0))
    assert few is same
    assert few is not children_of(base, COUNTY, Choices(years=(2035,)))


def test_what_the_base_covers_and_says(base: PlanningBase) -> None:
    assert covers(base, COUNTY)
    assert not covers(base, OTHER_COUNTY)
    note = note_of(base)
    assert note is not None
    assert note.zh == "合成"
    assert county_names()[COUNTY] == "金水区"

"""Tables come back as they were frozen."""

from polars.testing import assert_frame_equal

from junheng.web.workbench.bases import COLUMNS, costs_of, tables_of
from junheng.web.workbench.models import PlanningBase
from tests.web.workbench.ground import tables


def test_tables_and_prices_come_back(base: PlanningBase) -> None:
    held = tables_of(base)
    for name, table in tables().items():
        assert_frame_equal(held[name], table)
    assert costs_of(base) == {"new_class_yuan": 7}
    assert tables_of(base) is held


def test_the_columns_are_those_of_the_demo() -> None:
    from junheng.demo import seats_city

    city = seats_city(scale=0.01)
    assert {name: tuple(getattr(city, name).columns) for name in COLUMNS} == dict(COLUMNS)

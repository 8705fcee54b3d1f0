"""G6: a village school of fewer than 100 pupils is funded for 100."""

from typing import Any

import pytest

from tests.balance.city import COUNTY, PRIMARY, SMALL, Tables, row_of
from tests.balance.items.spoil import item


def funded(**money: Any) -> bool | None:
    return item("G6", lambda tables: row_of(tables, "money", SMALL).update(money)).by_school.get(SMALL)


@pytest.mark.parametrize(("funds", "met"), [(80_000.0, True), (79_999.0, False), (None, None)])
def test_funds_for_a_hundred_pupils(funds: float | None, met: bool | None) -> None:
    assert funded(public_funds_budget_yuan=funds) is met


def test_last_years_pupils_decide_where_they_are_given() -> None:
    found = item("G6", lambda tables: row_of(tables, "money", SMALL).update(pupils_last_year=100))
    assert SMALL not in found.by_school


def test_a_small_school_in_the_city_is_not_meant() -> None:
    found = item("G6", lambda tables: row_of(tables, "sections", PRIMARY).update(pupils=60))
    assert PRIMARY not in found.by_school


def test_without_the_countys_standard_it_is_open() -> None:
    def spoil(tables: Tables) -> None:
        row_of(tables, "counties", COUNTY).update(public_funds_standard_primary_yuan=None)

    assert item("G6", spoil).by_school[SMALL] is None


def test_an_uncounted_village_school_is_looked_at_by_itself() -> None:
    def spoil(tables: Tables) -> None:
        row_of(tables, "schools", SMALL).update(counted=False, parent_code=PRIMARY)
        row_of(tables, "money", SMALL).update(public_funds_budget_yuan=1.0)

    assert item("G6", spoil).by_school[SMALL] is False


def test_the_form_has_pupils_and_funds() -> None:
    assert item("G6").figures == {"small_schools": 2, "small_pupils": 120, "small_funds_yuan": 200_000.0}

"""G4: 2000 pupils, 2500 in a combined school, more for older schools and those with many migrant children."""

import pytest

from tests.balance.city import BIG, BIG_NINE, JUNIOR, MIGRANT, NINE, Tables, row_of
from tests.balance.items.spoil import item


def sized(code: str, pupils: int, section: str | None = None, **flags: object) -> bool | None:
    def spoil(tables: Tables) -> None:
        row_of(tables, "sections", code, section)["pupils"] = pupils
        row_of(tables, "schools", code).update(flags)

    return item("G4", spoil).by_school[code]


@pytest.mark.parametrize(("pupils", "met"), [(2000, True), (2001, False)])
def test_two_thousand_in_a_junior_school(pupils: int, *, met: bool) -> None:
    assert sized(JUNIOR, pupils) is met


@pytest.mark.parametrize(("junior", "met"), [(1900, True), (1901, False)])
def test_two_thousand_five_hundred_in_a_combined_school(junior: int, *, met: bool) -> None:
    assert sized(NINE, junior, "junior") is met


@pytest.mark.parametrize(("pupils", "met"), [(2400, True), (2401, False)])
def test_an_older_school_may_have_2400(pupils: int, *, met: bool) -> None:
    assert sized(BIG, pupils) is met


def test_a_combined_school_built_by_2010_may_have_3000() -> None:
    assert sized(BIG_NINE, 1400, "junior") is True
    assert sized(BIG_NINE, 1401, "junior") is False


@pytest.mark.parametrize(("migrants", "met"), [(1150, False), (1151, True)])
def test_more_than_half_migrant_children_give_relief(migrants: int, *, met: bool) -> None:
    assert sized(MIGRANT, 2300, migrant_children=migrants) is met


def test_a_blank_that_would_decide_leaves_it_open() -> None:
    assert sized(BIG, 2200, built_by_2010=None) is None
    assert sized(BIG, 2500, built_by_2010=None) is False
    assert sized(BIG, 1900, built_by_2010=None) is True


def test_senior_pupils_do_not_count() -> None:
    assert item("G4").by_school["3441000005"] is True


def test_the_form_counts_schools_above_the_ordinary_limit() -> None:
    assert item("G4").figures == {"over_primary": 2, "over_junior": 0, "over_combined": 1, "relieved": 3}

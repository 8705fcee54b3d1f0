"""Years side by side."""

import pytest

from junheng.balance import judge, trend
from junheng.balance.model import CityVerdict, State
from junheng.policy import load_standard
from tests.balance.city import COUNTY, JUNIOR, facts_of, row_of, sound

STANDARD = load_standard("jiaodu-2017-6")


def city(year: int, equipment: float = 3000.0) -> CityVerdict:
    tables = sound()
    row_of(tables, "money", JUNIOR)["equipment_value_yuan"] = equipment * 400
    return judge(facts_of(tables, year=year), STANDARD)


def test_changes_are_from_the_year_before() -> None:
    found = trend([city(2024, 3400.0), city(2021), city(2023, 3200.0)])[0]
    steps = next(one for one in found.indicators if (one.section, one.indicator) == ("junior", "L6")).means
    assert [step.year for step in steps] == [2021, 2023, 2024]
    assert steps[1].change is None
    assert (steps[2].change or 0) > 0
    assert found.county_code == COUNTY


def test_a_change_of_state_is_named() -> None:
    found = trend([city(2023, 100.0), city(2024)])[0]
    assert found.changed == ((2024, State.NOT_MET, State.MET),)
    assert found.domains[2023]["resources"] is State.NOT_MET


@pytest.mark.parametrize("years", [(2024, 2024)])
def test_a_year_can_be_there_once(years: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="different years"):
        trend([city(year) for year in years])


def test_standards_are_not_mixed() -> None:
    other = judge(facts_of(sound(), year=2023), load_standard("jiaodu-2012-3"))
    with pytest.raises(ValueError, match="one standard"):
        trend([city(2024), other])

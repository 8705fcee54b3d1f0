import pytest

from junheng.demo.fate import LASTING, SOUND, Fate
from junheng.demo.kinds import KINDS
from junheng.demo.levels import INDICATORS
from junheng.demo.need import need
from junheng.demo.school import School
from junheng.demo.stock import Endowment, stock

SCHOOL = School("2141901001", "样例", "410105", KINDS["primary"], "111", 1.0, False, False, 1990, 2023)
JUST = dict.fromkeys(INDICATORS, 1.0)


def endowed(fate: Fate = SOUND, pupils: int = 1000) -> Endowment:
    return Endowment(SCHOOL, JUST, fate, {"primary": pupils})


def test_a_school_at_the_need_has_exactly_the_need_in_the_last_year() -> None:
    found = stock(1, 2025, endowed(), need())
    assert found.shared == {"L4": 4500, "L5": 7500, "L6": 2_000_000, "L7": 23}
    assert {one: sections["primary"] for one, sections in found.staff.items()} == {"L1": 42, "L2": 10, "L3": 9}


@pytest.mark.parametrize("pupils", [51, 333, 997])
def test_rounding_never_takes_a_sound_school_below_the_need(pupils: int) -> None:
    found = stock(1, 2025, endowed(pupils=pupils), need())
    assert found.shared["L7"] * 100 / pupils >= 2.3
    assert found.staff["L2"]["primary"] * 100 / pupils >= 1
    assert found.shared["L6"] / pupils >= 2000


def test_quantities_do_not_shrink_from_year_to_year() -> None:
    years = [stock(3, year, endowed(), need()) for year in (2023, 2024, 2025)]
    for indicator in ("L4", "L5", "L6", "L7"):
        values = [one.shared[indicator] for one in years]
        assert values == sorted(values)
    assert years[0].shared["L6"] < years[2].shared["L6"]


def test_a_shortage_lasts_until_it_is_mended() -> None:
    fate = Fate({"L5": 0.5}, mended=2025)
    assert stock(1, 2024, endowed(fate), need()).shared["L5"] < 3800
    assert stock(1, 2025, endowed(fate), need()).shared["L5"] == 7500


def test_borrowed_places_bring_a_rescued_school_over_the_need() -> None:
    found = stock(1, 2025, endowed(Fate({"L5": 0.6}, LASTING, rescued=True)), need())
    assert found.shared["L5"] == 4500
    assert found.shared["L5"] + found.borrowed >= 7500
    assert stock(1, 2025, endowed(), need()).borrowed == 0


def test_teachers_sought_are_those_of_the_school_without_its_shortage() -> None:
    found = stock(1, 2025, endowed(Fate({"L1": 0.7}, LASTING)), need())
    assert (found.staff["L1"]["primary"], found.sought["primary"]) == (29, 42)

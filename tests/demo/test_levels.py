from dataclasses import replace

from junheng.demo.fate import LASTING, SOUND, Fate
from junheng.demo.kinds import KINDS
from junheng.demo.levels import INDICATORS, levels, over_time
from junheng.demo.need import SHARED
from junheng.demo.school import School

SCHOOL = School("2141901001", "样例", "410185", KINDS["primary"], "121", 1.0, False, False, 1990, 2023)
MANY = [replace(SCHOOL, code=f"21419010{number:02d}") for number in range(90)]


def test_a_sound_school_reaches_six_needs_and_nearly_the_seventh() -> None:
    for one in MANY:
        found = levels(1, one, 800, SOUND, parent=False)
        assert set(found) == set(INDICATORS)
        assert sum(level >= 1 for level in found.values()) >= 6
        assert min(found.values()) > 0.85


def test_some_schools_miss_one_indicator_but_never_one_that_takes_others_in() -> None:
    assert any(min(levels(1, one, 800, SOUND, parent=False).values()) < 1 for one in MANY)
    assert all(min(levels(1, one, 800, SOUND, parent=True).values()) >= 1 for one in MANY)


def test_a_school_with_a_problem_has_no_further_near_miss() -> None:
    fate = Fate({"L5": 0.5}, LASTING)
    assert all(min(levels(1, one, 800, fate, parent=False).values()) >= 1 for one in MANY)


def test_small_villages_of_a_rich_area_lie_far_above_the_mean() -> None:
    town = levels(1, SCHOOL, 100, SOUND, parent=True)
    village = levels(1, replace(SCHOOL, zone="220"), 100, SOUND, parent=True)
    large = levels(1, replace(SCHOOL, zone="220"), 2000, SOUND, parent=True)
    for indicator in SHARED:
        assert village[indicator] > 3 * town[indicator]
        assert large[indicator] == town[indicator]
    assert village["L1"] == town["L1"]


def test_there_was_never_more_than_there_is() -> None:
    grown = [over_time(1, SCHOOL, year) for year in (2023, 2024, 2025)]
    assert grown == sorted(grown)
    assert grown[-1] == 1

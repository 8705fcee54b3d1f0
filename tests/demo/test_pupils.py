import pytest

from junheng.demo.calibration import YEARS, calibration
from junheng.demo.profiles import profiles
from junheng.demo.pupils import enrolments, grades, ordinary
from junheng.demo.roster import schools

SCALE = 0.1
EVERYONE = schools(7, SCALE)
ENROLMENT = enrolments(7, SCALE, EVERYONE)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("section", ["primary", "junior"])
def test_totals_are_the_published_ones_times_the_scale(year: int, section: str) -> None:
    there = [one for one in ordinary(EVERYONE) if one.opened <= year]
    total = sum(ENROLMENT[year][one.code].get(section, 0) for one in there)
    assert total == round(calibration().pupils[section][year] * SCALE)


def test_a_school_has_exactly_the_sections_of_its_kind() -> None:
    for one in EVERYONE:
        assert list(ENROLMENT[2025][one.code]) == list(one.kind.sections)
        assert min(ENROLMENT[2025][one.code].values()) > 0


def test_teaching_points_are_small_and_some_too_small_to_count() -> None:
    sizes = {kind: [] for kind in ("small_point", "point")}  # type: dict[str, list[int]]
    for one in EVERYONE:
        if one.kind.id in sizes:
            sizes[one.kind.id] += [ENROLMENT[year][one.code]["primary"] for year in YEARS]
    assert max(sizes["small_point"]) < 50 <= min(sizes["point"])
    assert max(sizes["point"]) < 100


def test_schools_keep_their_size_from_year_to_year() -> None:
    for one in EVERYONE:
        for section in one.kind.sections:
            before, after = (ENROLMENT[year][one.code][section] for year in (2024, 2025))
            assert 0.8 < after / before < 1.25


def test_schools_stay_below_the_limit_where_the_area_keeps_to_it() -> None:
    for one in EVERYONE:
        if not profiles()[one.county].fails("G4", 2025) and one.kind.id in {"primary", "junior"}:
            assert max(ENROLMENT[2025][one.code].values()) <= 2000


@pytest.mark.parametrize(
    ("section", "pupils", "expected"), [("primary", 20, 3), ("primary", 59, 4), ("primary", 60, 6), ("junior", 20, 3)]
)
def test_small_teaching_points_run_fewer_grades(section: str, pupils: int, expected: int) -> None:
    assert grades(section, pupils) == expected

import polars as pl
import pytest

from junheng.demo.calibration import YEARS, calibration
from junheng.demo.city import City
from junheng.demo.profiles import profiles
from junheng.demo.pupils import _roomy, enrolments, grades, ordinary
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


def test_schools_stay_below_the_limit_where_the_area_keeps_to_it(whole: City) -> None:
    schools = whole.facts[2025]["schools"].select("school_code", "county_code", "school_type")
    keeping = [county for county, profile in profiles().items() if not profile.fails("G4", 2025)]
    for types, limit in ((["211", "311"], 2000), (["312", "345"], 2500)):
        pupils = (
            whole.facts[2025]["sections"]
            .filter(pl.col("section") != "senior")
            .join(schools, on="school_code")
            .filter(pl.col("county_code").is_in(keeping) & pl.col("school_type").is_in(types))
            .group_by("school_code")
            .agg(pl.col("pupils").sum())["pupils"]
        )
        assert len(pupils) > 100 or types != ["211", "311"]
        assert max(pupils.to_list()) <= limit


def test_a_city_with_too_few_schools_for_its_pupils_has_larger_ones() -> None:
    assert _roomy(300, [100, 100]) == [165, 165]
    assert _roomy(100, [100, 100]) == [100, 100]


@pytest.mark.parametrize(
    ("section", "pupils", "expected"), [("primary", 20, 3), ("primary", 59, 4), ("primary", 60, 6), ("junior", 20, 3)]
)
def test_small_teaching_points_run_fewer_grades(section: str, pupils: int, expected: int) -> None:
    assert grades(section, pupils) == expected

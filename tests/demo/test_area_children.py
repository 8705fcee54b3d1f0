from junheng.demo.area_children import (
    AGES,
    SECTION_AGES,
    births,
    births_table,
    children,
    children_table,
    county_ages,
    county_totals,
)
from junheng.demo.calibration import YEARS
from junheng.demo.zone_map import zones

from .geography_case import SEED, the_map, the_schools

TOTALS = county_totals(the_schools())


def test_ages_of_school_are_the_pupils() -> None:
    ages = county_ages(TOTALS, "410105", 2024)
    for section, own in SECTION_AGES.items():
        assert sum(ages[age] for age in own) == TOTALS["410105", section, 2024]


def test_a_cohort_grows_older_without_leaping() -> None:
    for county in the_schools().counties:
        for year in YEARS[:-1]:
            now, next_year = county_ages(TOTALS, county, year), county_ages(TOTALS, county, year + 1)
            for age in (6, 8, 10, 12, 13):
                if now[age] > 100:
                    assert abs(next_year[age + 1] / now[age] - 1) < 0.15


def test_births_go_on_and_fall_as_in_the_assumptions() -> None:
    found = births(TOTALS, "410105")
    assert sorted(found) == list(range(2009, 2026))
    assert found[2025] < found[2018]
    assert births_table(the_schools(), TOTALS).height == 16 * 17


def test_the_table_holds_every_area_year_and_age() -> None:
    found = {section: zones(the_map(), the_schools(), section) for section in SECTION_AGES}
    counts = children(SEED, the_map(), found, TOTALS)
    assert counts.shape == (len(YEARS), len(the_map().area), len(AGES))
    table = children_table(the_map(), counts)
    assert table.filter(area=the_map().area[5], year=2024, age=7)["children"].item() == counts[1, 5, 7]

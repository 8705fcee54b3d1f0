"""The values of the school form."""

from dataclasses import replace

import polars as pl
import pytest

from junheng.balance.model import CityVerdict
from junheng.facts.tables import Facts, conform
from junheng.publish.forms.school_values import school_values
from tests.publish.conftest import COUNTY, YEAR

NINE_YEAR, PRIMARY = "3141000004", "2141000001"


def with_tables(facts: Facts, **frames: pl.DataFrame) -> Facts:
    return replace(facts, tables={**facts.tables, **{name: conform(name, frame) for name, frame in frames.items()}})


def test_sections_the_school_has_and_has_not(city: CityVerdict, facts: Facts) -> None:
    values = school_values(city, facts, PRIMARY)
    assert (values["primary.pupils"], values["junior.pupils"], values["senior.pupils"]) == (1200, "／", "／")
    assert values["primary.L1"] == 6.125
    assert values["junior.L7"] == "／"


def test_a_line_is_met_when_both_sections_meet_it(city: CityVerdict, facts: Facts) -> None:
    values = school_values(city, facts, NINE_YEAR)
    assert values["met.L1"] == "是"
    assert values["met.L5"] == "小学否；初中是"
    assert values["met.L6"] is None


def test_areas_are_those_of_the_indicators(city: CityVerdict, facts: Facts) -> None:
    rooms = pl.DataFrame({
        "school_code": [PRIMARY], "teaching_area": [9000.0], "indoor_sports_area": [600.0],
        "sports_ground_area": [8000.0],
    })  # fmt: skip
    values = school_values(city, with_tables(facts, rooms=rooms), PRIMARY)
    assert (values["school.teaching_area_net"], values["school.sports_area"]) == (8400.0, 8600.0)
    assert values["school.gym_area"] is None
    assert school_values(city, facts, PRIMARY)["school.sports_area"] is None


@pytest.mark.parametrize(("section", "code", "found"), [("primary", PRIMARY, 6), ("junior", "3141000003", 5)])
def test_oversized_classes_depend_on_the_section(
    city: CityVerdict, facts: Facts, section: str, code: str, found: int
) -> None:
    bands = pl.DataFrame({
        "school_code": [code], "section": [section], "classes_46_50": [1], "classes_51_55": [2],
        "classes_56_60": [3], "classes_61_65": [0], "classes_ge66": [0],
    })  # fmt: skip
    values = school_values(city, with_tables(facts, class_sizes=bands), code)
    assert values[f"{section}.oversized_classes"] == found


def test_bands_with_a_gap_are_not_counted(city: CityVerdict, facts: Facts) -> None:
    bands = pl.DataFrame({"school_code": [PRIMARY], "section": ["primary"], "classes_46_50": [1]})
    assert school_values(city, with_tables(facts, class_sizes=bands), PRIMARY)["primary.oversized_classes"] is None


def test_funds_lines_speak_of_small_and_special_schools_only(city: CityVerdict, facts: Facts) -> None:
    values = school_values(city, facts, PRIMARY)
    assert (values["small.funds_10k"], values["met.G6"], values["met.G7"]) == ("／", "不适用", "不适用")
    sections = pl.DataFrame({"school_code": [PRIMARY], "section": ["primary"], "pupils": [80]})
    money = pl.DataFrame({"school_code": [PRIMARY], "pupils_last_year": [90], "public_funds_budget_yuan": [72_000.0]})
    small = school_values(city, with_tables(facts, sections=sections, money=money), PRIMARY)
    assert (small["small.pupils_last_year"], small["small.funds_10k"], small["small.funds_per_pupil"]) == (
        90,
        7.2,
        800.0,
    )
    assert small["met.G6"] is None


def test_an_unknown_school_is_refused(city: CityVerdict, facts: Facts) -> None:
    assert (facts.year, city.counties[0].county_code) == (YEAR, COUNTY)
    with pytest.raises(KeyError):
        school_values(city, facts, "2141999999")

from dataclasses import replace
from typing import Any

import pytest

from junheng.demo.counties import assessment_rows, county_row, population, survey_rows
from junheng.demo.profiles import profiles

SOUND = profiles()["410106"]
PUPILS = {"primary": 20000, "junior": 9000}

RATIOS = {
    "G8": ("teacher_pay_yuan", "civil_servant_pay_yuan", 1.0),
    "G11": ("rotation_actual", "rotation_eligible", 0.10),
    "G14": ("good_senior_allotted", "good_senior_plan", 0.50),
    "Q2": ("disabled_enrolled", "disabled_children", 0.95),
}


def row(*items: str, year: int = 2025) -> dict[str, Any]:
    return county_row(1, year, replace(SOUND, items=items), PUPILS, 120)


@pytest.mark.parametrize("item", RATIOS)
def test_a_ratio_is_met_or_missed_as_the_profile_says(item: str) -> None:
    part, whole, bar = RATIOS[item]
    assert row()[part] / row()[whole] >= bar
    assert row(item)[part] / row(item)[whole] < bar


def test_migrant_children_are_served_or_not_as_the_profile_says() -> None:
    def served(*items: str) -> float:
        found = row(*items)
        return float((found["migrant_public"] + found["migrant_purchased"]) / found["migrant_eligible"])

    assert served("G15") < 0.85 <= served() <= 1


def test_a_fifth_of_the_rotating_teachers_are_backbone_ones() -> None:
    assert row()["rotation_actual"] >= row()["rotation_backbone"] >= 0.2 * row()["rotation_actual"]


def test_special_pupils_are_funded_above_the_bar() -> None:
    assert row()["special_funds_yuan"] / row()["special_pupils"] >= 8000


def test_populations_add_up_to_the_city() -> None:
    assert sum(population(2023, county) for county in profiles()) == pytest.approx(1300.8, abs=0.1)


def test_incomes_grow() -> None:
    assert row(year=2023)["urban_income_yuan"] < row(year=2025)["urban_income_yuan"]


@pytest.mark.parametrize("item", [None, "S1"])
def test_the_survey_is_large_enough_and_satisfied_as_the_profile_says(item: str | None) -> None:
    profile = replace(SOUND, items=(item,) if item else ())
    everyone, parents = survey_rows(1, 2025, profile)
    assert everyone["valid"] >= population(2025, SOUND.county) * 10
    assert parents["valid"] / everyone["valid"] >= 0.5
    assert everyone["questionnaires"] >= everyone["valid"] >= everyone["satisfied"]
    assert (everyone["satisfied"] / everyone["valid"] >= 0.85) is (item is None)


def test_one_subject_differs_too_much_between_schools_where_the_profile_says_so() -> None:
    good = assessment_rows(1, 2025, SOUND)
    bad = assessment_rows(1, 2025, replace(SOUND, items=("Q9",)))
    assert len(good) == 6
    assert all(one["level"] >= 3 and one["difference"] < 0.15 for one in good)
    assert sum(one["difference"] >= 0.15 for one in bad) == 1

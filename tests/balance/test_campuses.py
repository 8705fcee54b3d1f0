"""Campuses: what stands where one section is taught belongs to it whole."""

from typing import Any

import pytest

from junheng.balance.units import units_of
from junheng.policy import load_standard
from tests.balance.city import NINE, facts_of, sound

STANDARD = load_standard("jiaodu-2017-6")


def campus(number: str, **values: Any) -> dict[str, Any]:
    amounts = {
        "indoor_sports_area": 0.0,
        "sports_ground_area": 0.0,
        "equipment_value_yuan": 0.0,
        "multimedia_classrooms": 0,
    }
    return {"school_code": NINE, "campus_code": number, **amounts, **values}


def area(*campuses: dict[str, Any]) -> dict[str, float]:
    tables = sound()
    tables["campuses"] = list(campuses)
    units = units_of(facts_of(tables), STANDARD).frame
    held = units.filter(school_code=NINE).select("section", "teaching_area")
    return {section: round(value, 6) for section, value in held.iter_rows()}


BY_WEIGHT = {"primary": round(9000 * 600 / 1040, 6), "junior": round(9000 * 440 / 1040, 6)}


def test_campuses_of_one_section_each_give_their_section_everything() -> None:
    found = area(
        campus("01", pupils_primary=600, teaching_area=3000.0), campus("02", pupils_junior=400, teaching_area=6000.0)
    )
    assert found == {"primary": 3000.0, "junior": 6000.0}


def test_a_mixed_campus_is_shared_out_by_its_own_pupils() -> None:
    found = area(
        campus("01", pupils_primary=200, teaching_area=3000.0),
        campus("02", pupils_primary=400, pupils_junior=400, teaching_area=6000.0),
    )
    assert found["primary"] == pytest.approx(3000 + 6000 * 400 / 840)
    assert sum(found.values()) == pytest.approx(9000)


@pytest.mark.parametrize(
    "wrong",
    [
        {"pupils_junior": 399, "teaching_area": 6000.0},
        {"pupils_junior": 400, "teaching_area": None},
        {"pupils_junior": 400, "teaching_area": 7000.0},
    ],
)
def test_campuses_that_do_not_add_up_are_not_relied_on(wrong: dict[str, Any]) -> None:
    assert area(campus("01", pupils_primary=600, teaching_area=3000.0), campus("02", **wrong)) == BY_WEIGHT

"""The law as sentences: every case of ``tests/cases`` is run as it is written."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import junheng
from junheng.policy import load_standard
from tests.balance.tables import school, table

FOLDER = Path(__file__).parent / "cases"
STANDARD = load_standard("jiaodu-2017-6")
RULES = STANDARD.rules(STANDARD.since)


def cases(name: str) -> list[Any]:
    held = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return [pytest.param(one["given"], one["then"], id=one["case"]) for one in held]


def columns(section: str, values: dict[str, float | None], pupils: float = 500) -> dict[str, Any]:
    """A school section with given values of the indicators, the others exactly at the requirement."""
    wanted = {one.id: RULES.number(one.threshold[section]) for one in STANDARD.indicators} | values
    amount = {
        one.id: None if (value := wanted[one.id]) is None else value * pupils / one.per for one in STANDARD.indicators
    }
    return school(
        "1",
        pupils,
        section,
        teachers_above_qualification=amount["L1"],
        backbone_teachers=amount["L2"],
        pe_art_teachers=amount["L3"],
        teaching_area=amount["L4"],
        indoor_sports_area=0.0,
        sports_ground_area=amount["L5"],
        equipment_value_yuan=amount["L6"],
        multimedia_classrooms=amount["L7"],
    )


@pytest.mark.parametrize(("given", "then"), cases("school_rule.yaml"))
def test_a_school(given: dict[str, Any], then: dict[str, Any]) -> None:
    values = {name: value for name, value in given.items() if name != "section"}
    found = junheng.evaluate(table(columns(given["section"], values))).to_dict()["counties"][0]["schools"][0]
    assert (found["met"], found["passes"]) == (then["met"], then["passes"])
    assert any(then.get("reason", "") in reason for reason in (*found["reasons"], ""))


@pytest.mark.parametrize(("given", "then"), cases("county_rule.yaml"))
def test_a_county(given: dict[str, Any], then: dict[str, Any]) -> None:
    rows = [
        columns(given["section"], {"L6": level}, pupils) | {"school_code": str(at)}
        for at, (pupils, level) in enumerate(given["schools"])
    ]
    found = junheng.evaluate(table(*rows)).to_dict()["counties"][0]
    equipment = next(one for one in found["indicators"] if one["id"] == "L6")
    assert equipment["dispersion"] == (
        None if then["dispersion"] is None else pytest.approx(then["dispersion"], abs=1e-12)
    )
    assert (equipment["met"], found["passes"]) == (then["met"], then["passes"])


def test_every_file_of_cases_is_run() -> None:
    assert {path.name for path in FOLDER.glob("*.yaml")} >= {"school_rule.yaml", "county_rule.yaml"}

"""One document: placements with reasons, rules, counties, refusals, fairness, money and what is asked for."""

from collections.abc import Iterator
from typing import Any

import pytest

from junheng.policy.rotation_rules import RotationRules, rotation_catalogue
from junheng.programs import Solver
from junheng.teachers.rotation.report import report
from junheng.teachers.rotation.solve import rotate
from tests.teachers.rotation.tiny import rules
from tests.teachers.tables import city

CHILD = Solver()


@pytest.fixture(autouse=True, scope="module")
def child() -> Iterator[None]:
    yield
    CHILD.stop()


def told(law: RotationRules) -> dict[str, Any]:
    held = city(law)
    return report(held, law, rotate(held.counties, law, 5.0, child=CHILD))


def test_the_document_has_every_part() -> None:
    found = told(rules(allowance=100, principal=6))
    assert found["status"] == "optimal"
    assert found["bound"] <= found["objective"] + 1e-9
    assert found["gap"] == 0
    assert [one["id"] for one in found["rules"]] == [one.id for one in rotation_catalogue()]
    assert found["allowance"]["yuan_per_month"] == 100 * len(found["placements"])
    assert {one["county_code"] for one in found["counties"]} == {"410101", "410102"}
    assert found["weights"]["commute"] == 1


def test_every_placement_says_why_and_every_county_what_changed() -> None:
    found = told(rules())
    assert found["placements"]
    for row in found["placements"]:
        assert "公里" in row["why"]["zh"]
        assert " km" in row["why"]["en"]
    for county in found["counties"]:
        assert county["movers"] >= 1
        assert county["after"]["points"] == pytest.approx(county["objective"])
        assert {one["of"] for one in county["dispersion"]} == {"backbone", "degree"}


def test_an_amount_that_is_not_known_is_said_and_asked_for() -> None:
    found = told(rules())
    assert found["allowance"]["yuan_per_month"] is None
    assert "没有填写" in found["allowance"]["zh"]
    assert "allowance.month" in {one["id"] for one in found["asked"]}


def test_a_county_that_cannot_says_why() -> None:
    found = told(rules(share=100, cap=0.1))
    assert found["status"] == "infeasible"
    assert found["placements"] == []
    assert all("不能同时满足" in one["reason"]["zh"] for one in found["counties"])
    assert {one["id"] for one in found["rules"] if one["state"] == "broken"} == {"share", "cap"}

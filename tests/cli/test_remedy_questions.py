"""The further questions of ``junheng remedy``, as scripts read the answers."""

import pytest

from tests.balance.remedy.county import frame, row, rows
from tests.cli.conftest import Run, parsed
from tests.cli.remedy_ground import EVERYTHING, Write


def test_further_questions_are_answered_in_the_same_document(run: Run, files: Write) -> None:
    flat, costs = files()
    money = ("--budget-per-year", "400000,0,400000", "--lead", "L4=1")
    result = run("remedy", flat, "--costs", costs, "--fast", *EVERYTHING, *money, "--json")
    assert result.exit_code == 0, result.output
    found = parsed(result)
    cost = found["counties"][0]["cost"]
    assert found["budget"]["by"] == "pupils"
    assert found["budget"]["schools"] == 3
    assert found["budget"]["points"][-1]["schools"] == 3
    assert found["budget"]["chosen"]["budget"] == 200_000
    assert found["budget"]["chosen"]["cost"] <= 200_000
    dearest = found["demands"]["counties"][0]["demands"][0]
    assert (dearest["kind"], dearest["school_code"], dearest["without"]) == ("school", "a3", 0.0)
    assert found["demands"]["left_out"] == []
    assert len(found["sensitivity"]["variants"]) == 16
    assert found["sensitivity"]["cost"] == cost
    (county,) = found["years"]
    assert sum(one["spent"] for one in county["order"]["years"]) == pytest.approx(cost)
    assert "budget" not in parsed(run("remedy", flat, "--costs", costs, "--fast", "--json"))


def test_a_county_without_a_plan_has_no_order(run: Run, files: Write) -> None:
    table = frame(*rows(), {**row("b1", county="410101"), "pe_art_teachers": None})
    flat, costs = files(table=table)
    asked = ("--years", "2026-2027", "--budget-per-year", "9e6", "--prices-of-demands", "--json")
    found = parsed(run("remedy", flat, "--costs", costs, "--fast", *asked))
    assert [(one["county_code"], one["order"] is None) for one in found["years"]] == [
        ("410101", True),
        ("410105", False),
    ]
    assert found["demands"]["left_out"] == [["410101", "primary", 2024]]

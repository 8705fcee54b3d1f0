"""Plans on a snapshot take whole schools."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, parsed
from tests.cli.remedy_ground import LEVERS, Write
from tests.conftest import DemoRun


@pytest.fixture
def costs(tmp_path: Path) -> Path:
    path = tmp_path / "costs.yaml"
    path.write_text(LEVERS, encoding="utf-8")
    return path


def test_a_snapshot_is_planned_by_whole_schools_and_their_works_are_told(
    run: Run, demo_run: DemoRun, costs: Path
) -> None:
    snapshot = demo_run.snapshot(2025)
    years = ("--years", "2026-2027", "--budget-per-year", "9e9")
    found = parsed(run("remedy", snapshot, "--costs", costs, "--fast", *years, "--json"))
    works = found["whole_schools"]
    assert {"primary", "junior"} <= {section for one in works for section in one["sections"]}
    paid = {(one["school_code"], one["indicator"], one["action"]): one["cost"] for one in works}
    for key, cost in paid.items():
        parts = [
            one["cost"]
            for county in found["counties"]
            for one in county["actions"]
            if (one["school_code"], one["indicator"], one["action"]) == key
        ]
        assert sum(parts) == pytest.approx(cost)
    assert all(one["passes"] for one in found["counties"] if one["cost"] is not None)
    orders = [one["order"] for one in found["years"] if one["order"]]
    assert {one["section"] for order in orders for one in order["schools"]} <= {""}
    assert "多学段学校的整校数量" in run("remedy", snapshot, "--costs", costs, "--fast").stdout


def test_what_is_no_snapshot_and_pupils_of_one_are_refused(
    run: Run, demo_run: DemoRun, costs: Path, tmp_path: Path
) -> None:
    assert run("remedy", tmp_path, "--costs", costs).exit_code == 2
    pupils = tmp_path / "pupils.csv"
    pupils.write_text("school_code,pupils\na,1\n", encoding="utf-8")
    result = run("remedy", demo_run.snapshot(2025), "--costs", costs, "--fast", "--pupils", pupils)
    assert result.exit_code == 2
    assert "--pupils 只用于平表" in result.stderr


def test_demands_of_levers_are_priced(run: Run, files: Write) -> None:
    flat, costs = files(LEVERS)
    asked = ("remedy", flat, "--costs", costs, "--prices-of-demands", "--fast")
    found = parsed(run(*asked, "--json"))["demands"]
    (county,) = found["counties"]
    assert (found["fast"], found["left_out"], county["section"]) == (True, [], "primary")
    assert ("way", "train L1") in {(one["kind"], one.get("way")) for one in county["demands"]}
    assert "培训 L1的上限：省" in run(*asked).stdout


def test_a_budget_buys_by_levers_too(run: Run, files: Write) -> None:
    flat, costs = files(LEVERS)
    asked = ("remedy", flat, "--costs", costs, "--budget", 500_000, "--curve", "--fast")
    found = parsed(run(*asked, "--json"))["budget"]
    assert found["points"][-1]["schools"] == found["schools"] == 3
    assert found["chosen"]["cost"] <= 500_000
    assert {"train", "add"} <= {one["action"] for held in found["actions"] for one in held["actions"]}
    assert "预算能让多少学校达标" in run(*asked).stdout


def test_prices_of_levers_are_varied_too(run: Run, files: Write) -> None:
    flat, costs = files(LEVERS)
    asked = ("remedy", flat, "--costs", costs, "--sensitivity", 0.1, "--fast")
    found = parsed(run(*asked, "--json"))["sensitivity"]
    assert found["fast"] is True
    assert {"train L1", "build lab", "L4", "pupils"} <= {one["what"] for one in found["variants"]}
    assert "培训 L1 -10%" in run(*asked).stdout

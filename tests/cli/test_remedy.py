"""``junheng remedy``: the contract that other people's scripts rely on."""

from pathlib import Path

import polars as pl
import pytest

from tests.balance.remedy.county import frame, row, rows
from tests.cli.conftest import Run, parsed
from tests.cli.remedy_ground import ADD, Write


def test_json_has_the_promised_shape_and_the_plan_passes_when_carried_out(
    run: Run, files: Write, tmp_path: Path
) -> None:
    flat, costs = files()
    result = run("remedy", flat, "--costs", costs, "--json")
    assert result.exit_code == 0, result.output
    (county,) = parsed(result)["counties"]
    assert (county["county_code"], county["section"], county["status"]) == ("410105", "primary", "optimal")
    assert county["cost"] == pytest.approx(sum(one["cost"] for one in county["actions"]))
    assert county["bound"] <= county["cost"]
    assert county["gap"] == pytest.approx((county["cost"] - county["bound"]) / county["cost"])
    assert county["passes"] is county["after"]["passes"] is True
    columns = {"L1": "teachers_above_qualification", "L4": "teaching_area", "L6": "equipment_value_yuan"}
    table = frame()
    for one in county["actions"]:
        assert set(one) == {"school_code", "indicator", "action", "amount", "cost"}
        assert one["action"] == "add"
        here = pl.col("school_code") == one["school_code"]
        grown = pl.when(here).then(pl.col(columns[one["indicator"]]) + one["amount"])
        table = table.with_columns(grown.otherwise(pl.col(columns[one["indicator"]])))
    mended = tmp_path / "mended.csv"
    table.write_csv(mended)
    verdict = run("evaluate", mended, "--json")
    assert parsed(verdict)["counties"][0]["passes"] is True


def test_words_in_both_languages(run: Run, files: Write) -> None:
    flat, costs = files()
    chinese = run("remedy", flat, "--costs", costs)
    assert "已证明最省" in chinese.stdout
    assert "a3 增加 L1" in chinese.stdout
    assert "proven cheapest" in run("remedy", flat, "--costs", costs, "--en", "--fast").stdout


def test_no_plan_is_said_with_its_conflict(run: Run, files: Write) -> None:
    flat, costs = files(f"{ADD}limits:\n  forbidden: [{{school_code: a3, indicator: L1}}]\n")
    result = run("remedy", flat, "--costs", costs, "--json")
    assert result.exit_code == 3
    (county,) = parsed(result)["counties"]
    assert (county["status"], county["cost"], county["gap"], county["actions"]) == ("infeasible", None, None, [])
    assert [one["kind"] for one in county["conflict"]] == ["school", "forbidden"]
    assert "不能同时满足" in run("remedy", flat, "--costs", costs).stdout


def test_a_school_that_cannot_be_judged_stops_its_county_only(run: Run, files: Write) -> None:
    table = frame(*rows(), row("b1", county="410101", pe_art_teachers=None))
    flat, costs = files(table=table)
    result = run("remedy", flat, "--costs", costs, "--json")
    assert result.exit_code == 3
    refused, solved = parsed(result)["counties"]
    assert (refused["status"], solved["status"]) == ("refused", "optimal")
    assert "b1 缺 L3 的数据" in refused["reason"]["zh"]
    assert "b1 has no data for L3" in run("remedy", flat, "--costs", costs, "--en").stdout


@pytest.mark.parametrize(
    ("costs", "said"),
    [
        ("add: {L1: 120000}\n", ("没有 L2 的单价", "没有 L7 的单价")),
        (ADD.replace("120000", "-5"), ("add › L1", "add › L3", "小于零")),
        (ADD.replace("L7: 30000", "L7: 三万, L8: 1"), ("「三万」不是数", "不认识「L8」")),
        (f"{ADD}speed: 3\n", ("COSTS › speed",)),
        (f"{ADD}max_move_km: 5\nmove: {{L1: 8000}}\n", ("--distances", "--places")),
        (f"{ADD}limits: {{schools: {{zz: {{L1: 1}}}}}}\n", ("表中没有学校 zz",)),
        ("add: [\n", ("costs.yaml",)),
        ("", ("COSTS",)),
    ],
)
def test_bad_costs_are_refused_with_everything_at_once(
    run: Run, files: Write, costs: str, said: tuple[str, ...]
) -> None:
    flat, yaml = files(costs)
    result = run("remedy", flat, "--costs", yaml, "--json")
    assert result.exit_code == 2
    assert [one for one in said if one not in result.stderr] == []
    assert "Traceback" not in result.output


def test_a_bad_table_and_bad_costs_are_said_together(run: Run, files: Write, tmp_path: Path) -> None:
    table = frame().drop("pupils")
    flat, costs = files("add: {L1: 1}\n", table)
    result = run("remedy", flat, "--costs", costs)
    assert result.exit_code == 2
    assert "缺少列 pupils" in result.stderr
    assert "没有 L2 的单价" in result.stderr
    assert run("remedy", tmp_path / "none.csv", "--costs", costs).exit_code == 2
    assert run("remedy", flat, "--costs", tmp_path / "none.yaml").exit_code == 2
    assert run("remedy", files()[0], "--costs", costs, "--standard", "jiaodu-2012-3").exit_code == 2


def test_teachers_move_no_farther_than_allowed(run: Run, files: Write, tmp_path: Path) -> None:
    flat, costs = files(f"{ADD}move: {{L1: 8000}}\nmax_move_km: 5\n")
    far = tmp_path / "km.csv"
    far.write_text("from,to,km\na1,a3,9\na2,a3,4\n", encoding="utf-8")
    result = run("remedy", flat, "--costs", costs, "--distances", far, "--json")
    assert result.exit_code == 0, result.output
    actions = parsed(result)["counties"][0]["actions"]
    moves = {(one["other_school"], one["school_code"]) for one in actions if one["action"] == "move_in"}
    assert moves == {("a2", "a3")}
    assert "从 a2 调入" in run("remedy", flat, "--costs", costs, "--distances", far).stdout

"""Numbers school by school on the command line."""

from pathlib import Path

import pytest

from junheng.cli.remedy_schools import columns_named, limits_by_school
from tests.cli.conftest import Run, parsed
from tests.cli.remedy_ground import ADD, Write

TRAIN = ADD + "train: {L1: 6000}\nlimits: {train: {L1: {column: short}}}\n"
LIMITS = "school_code,section,short\na1,小学,0\na2,小学,0\na3,小学,2\n"


def test_the_columns_that_limits_name() -> None:
    assert columns_named({"limits": {"posts": {"column": "free"}, "train": {"L1": {"column": "short"}}}}) == {
        "free",
        "short",
    }
    assert columns_named(["column"]) == frozenset()
    assert limits_by_school(None, {"free"}) == {}


def test_training_ends_where_the_file_says(run: Run, files: Write, tmp_path: Path) -> None:
    flat, costs = files(TRAIN)
    limits = tmp_path / "limits.csv"
    limits.write_text(LIMITS, encoding="utf-8")
    result = run("remedy", flat, "--costs", costs, "--per-school", limits, "--json")
    assert result.exit_code == 0, result.output
    trained = [one for one in parsed(result)["counties"][0]["actions"] if one["action"] == "train"]
    assert [(one["school_code"], one["amount"]) for one in trained] == [("a3", 2)]
    assert "培训 L1 2 人" in run("remedy", flat, "--costs", costs, "--per-school", limits).stdout
    limits.write_text(LIMITS.replace("a2,小学,0", "a2,小学,"), encoding="utf-8")
    asked = run("remedy", flat, "--costs", costs, "--per-school", limits)
    assert asked.exit_code == 2
    assert "不知道学校 a2 最多能做多少" in asked.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("school_code,other\na1,1\n", "没有「short」这一列"),
        ("code,short\na1,1\n", "要有这些列"),
        ("school_code,short\na1,many\na2,-1\n", "第 3 行 short"),
        ("school_code,short\na1,1\na1,2\n", "a1  有两行"),
    ],
)
def test_bad_files_are_refused(run: Run, files: Write, tmp_path: Path, text: str, said: str) -> None:
    flat, costs = files(TRAIN)
    limits = tmp_path / "limits.csv"
    limits.write_text(text, encoding="utf-8")
    result = run("remedy", flat, "--costs", costs, "--per-school", limits)
    assert result.exit_code == 2
    assert said in result.stderr


def test_other_pupils_come_before_the_plan(run: Run, files: Write, tmp_path: Path) -> None:
    flat, costs = files()
    pupils = tmp_path / "pupils.csv"
    pupils.write_text("school_code,pupils\na1,600\na3,200\n", encoding="utf-8")
    result = run("remedy", flat, "--costs", costs, "--pupils", pupils, "--json")
    assert result.exit_code == 0, result.output
    (told,) = parsed(result)["pupils"]
    assert (told["pupils_before"], told["pupils_after"], told["schools_changed"]) == (1200, 1200, 2)
    assert (
        "学生 1200 → 1200，2 所学校有变，未达标 → " in run("remedy", flat, "--costs", costs, "--pupils", pupils).stdout
    )
    assert "2 schools changed" in run("remedy", flat, "--costs", costs, "--pupils", pupils, "--en").stdout
    pupils.write_text("school_code,section,pupils\nzz,,6\na1,junior,2\n", encoding="utf-8")
    wrong = run("remedy", flat, "--costs", costs, "--pupils", pupils)
    assert wrong.exit_code == 2
    assert "没有学校 zz" in wrong.stderr
    assert "没有学校 a1 junior" in wrong.stderr


def test_every_question_is_answered_by_several_ways(run: Run, files: Write) -> None:
    flat, costs = files(ADD + "train: {L1: 6000}\nlimits: {train: {L1: {per_school: 2}}}\n")
    result = run("remedy", flat, "--costs", costs, "--curve", "--prices-of-demands", "--json")
    assert result.exit_code == 0, result.output
    budget = parsed(result)["budget"]
    assert budget["enough"] == parsed(result)["counties"][0]["cost"] == 452_000
    assert (budget["points"][0]["schools"], budget["points"][-1]["schools"]) == (2, 3)
    (county,) = parsed(result)["demands"]["counties"]
    assert max(one["saved_least"] for one in county["demands"]) > 0

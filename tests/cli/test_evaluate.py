"""``junheng evaluate``: the contract that other people's scripts rely on."""

import math
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import BLANK, COLUMNS, GOOD, SHORT, Run, parsed

BOOKS = """\
id: books
title: 生均图书
since: 2012-01-20
sections: [primary]
indicators:
  - {id: B1, title: 生均图书册数, numerator: books, denominator: pupils, unit: 册/生, limit: {primary: 0.5}}
"""


def test_json_has_the_promised_shape(run: Run, flat: Callable[..., Path]) -> None:
    result = run("evaluate", flat(GOOD, SHORT), "--json")
    assert result.exit_code == 0
    (county,) = parsed(result)["counties"]
    assert (county["county_code"], county["section"], county["passes"]) == ("410106", "primary", False)
    assert [one["id"] for one in county["indicators"]] == ["L1", "L2", "L3", "L4", "L5", "L6", "L7"]
    for one in county["indicators"]:
        assert {"id", "mean", "dispersion", "limit", "met"} <= set(one)
    good, short = county["schools"]
    assert good["school_code"] == "2141000001"
    assert good["values"]["L4"] == pytest.approx(5.1, rel=1e-12)
    assert good["values"]["L5"] == pytest.approx(8.5, rel=1e-12)
    assert (good["met"], good["passes"], good["reasons"]) == (7, True, [])
    assert (short["met"], short["passes"]) == (6, False)
    assert any("运动" in reason for reason in short["reasons"])


def test_a_blank_makes_school_and_county_not_judged(run: Run, flat: Callable[..., Path]) -> None:
    result = run("evaluate", flat(GOOD, BLANK), "--json")
    assert result.exit_code == 3
    (county,) = parsed(result)["counties"]
    assert county["passes"] is None
    (l3,) = [one for one in county["indicators"] if one["id"] == "L3"]
    assert l3["met"] is None
    assert l3["mean"] == pytest.approx(1.2)
    assert county["schools"][1]["passes"] is None


def test_chinese_labels_and_gb18030_are_read(run: Run, tmp_path: Path) -> None:
    labels = (
        "学校标识码,学校名称,区县代码,区县,学段,学年,在校学生数,高于规定学历教师数,县级以上骨干教师数,体育、艺术专任教师数,"
        "教学及辅助用房面积,室内体育用房面积,运动场地面积,教学仪器设备值,网络多媒体教室数"
    )
    path = tmp_path / "平表.csv"
    path.write_bytes(f"{labels}\n{GOOD.replace('primary', '小学')}\n".encode("gb18030"))
    result = run("evaluate", path, "--json")
    assert result.exit_code == 0, result.output
    assert parsed(result)["counties"][0]["section"] == "primary"


def test_the_published_worked_example(run: Run, tmp_path: Path) -> None:
    standard = tmp_path / "books.yaml"
    standard.write_text(BOOKS, encoding="utf-8")
    rows = "\n".join(
        f"{code},示例县,{pupils},{books},primary"
        for code, pupils, books in zip(range(1, 6), (45, 37, 89, 76, 55), (279, 137, 935, 160, 402), strict=True)
    )
    table = tmp_path / "books.csv"
    table.write_text(f"school_code,county_code,pupils,books,section\n{rows}\n", encoding="utf-8")
    result = run("evaluate", table, "--standard", standard, "--json")
    assert result.exit_code == 0, result.output
    (county,) = parsed(result)["counties"]
    (books,) = county["indicators"]
    assert books["dispersion"] == pytest.approx(0.515257, abs=5e-7)
    assert books["met"] is False
    assert county["passes"] is False


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "flat.csv"),
        ("school_code,section\n1,primary\n", "county_code"),
        (f"{COLUMNS}\n{GOOD}\n{GOOD}\n", "2141000001"),
        (f"{COLUMNS}\n{GOOD.replace('1000,60', '-5,60')}\n", "pupils"),
        (f"{COLUMNS}\n{GOOD.replace('primary', 'kindergarten')}\n", "kindergarten"),
    ],
)
def test_bad_tables_are_refused_in_both_languages(run: Run, tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "flat.csv"
    path.write_text(content, encoding="utf-8")
    result = run("evaluate", path, "--json")
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert "要求" in result.stderr
    assert "Rule" in result.stderr


def test_missing_file_and_bad_standard(run: Run, flat: Callable[..., Path], tmp_path: Path) -> None:
    assert run("evaluate", tmp_path / "none.csv").exit_code == 2
    assert run("evaluate", flat(GOOD), "--standard", "no-such").exit_code == 2


def test_parameters_of_the_user_move_the_verdict(run: Run, flat: Callable[..., Path], tmp_path: Path) -> None:
    values = tmp_path / "values.yaml"
    values.write_text("L5.primary: 5\n", encoding="utf-8")
    result = run("evaluate", flat(GOOD, SHORT), "--parameters", values, "--json")
    assert parsed(result)["counties"][0]["schools"][1]["met"] == 7
    values.write_text("L5.nowhere: 5\n", encoding="utf-8")
    assert run("evaluate", flat(GOOD), "--parameters", values).exit_code == 2


def test_words_for_people(run: Run, flat: Callable[..., Path]) -> None:
    chinese = run("evaluate", flat(GOOD, SHORT)).stdout
    assert "未达标" in chinese
    assert "0.000" in chinese
    assert "Not met" in run("evaluate", flat(GOOD, SHORT), "--en").stdout


def test_full_precision(run: Run, flat: Callable[..., Path]) -> None:
    row = GOOD.replace(",1000,60", ",997,60")
    (county,) = parsed(run("evaluate", flat(row), "--json"))["counties"]
    assert math.isclose(county["schools"][0]["values"]["L1"], 100 * 60 / 997, rel_tol=1e-15)

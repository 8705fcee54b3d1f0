"""``junheng forecast``: the contract that other people's scripts rely on."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, parsed

HEADER = "year,area,grade,pupils"


def table(path: Path, *rows: str, header: str = HEADER) -> Path:
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path


def steady(areas: int = 3, years: int = 8) -> list[str]:
    return [
        f"{2010 + year},{area},{grade},{60 + 5 * area + (year * 7 + grade * 3 + area) % 11}"
        for year in range(years)
        for area in range(1, areas + 1)
        for grade in range(1, 7)
    ]


def test_json_has_the_promised_shape(run: Run, tmp_path: Path) -> None:
    result = run("forecast", table(tmp_path / "pupils.csv", *steady()), "--horizon", "2", "--json")
    assert result.exit_code == 0, result.output
    told = parsed(result)
    assert set(told) == {"rows", "totals", "backtest", "notes", "parameters"}
    assert len(told["rows"]) == 2 * 3 * 6
    for row in told["rows"]:
        assert set(row) == {"year", "area", "grade", "point", "low", "high", "method"}
        assert row["low"] <= row["point"] <= row["high"]
    assert {row["year"] for row in told["rows"]} == {2018, 2019}
    assert {row["horizon"] for row in told["backtest"]["horizons"]} == {1, 2}
    assert {row["area"] for row in told["backtest"]["areas"]} == {"1", "2", "3"}


def test_every_fault_is_told_at_once_in_both_languages(run: Run, tmp_path: Path) -> None:
    rows = ["2010,1,1,50", "2011,1,1,-3", "2012,1,1,many", "2014,1,total,5", "2014,,1,60", "2014,1,1,60", "2014,1,1,61"]
    result = run("forecast", table(tmp_path / "bad.csv", *rows), "--json")
    assert result.exit_code == 2
    for said in ("line 3", "line 4", "line 5", "line 6", "line 8", "负数", "is negative", "total", "2013"):
        assert said in result.stdout, said
    for said in ("第 3 行", "第 4 行", "第 5 行", "负数", "2013"):
        assert said in result.stderr, said
    assert "Traceback" not in result.output


def test_a_missing_year_is_refused_unless_it_is_allowed(run: Run, tmp_path: Path) -> None:
    rows = [row for row in steady() if not row.startswith("2013")]
    path = table(tmp_path / "gap.csv", *rows)
    refused = run("forecast", path, "--json")
    assert refused.exit_code == 2
    assert "2013" in refused.stderr
    allowed = run("forecast", path, "--allow-gaps", "--json")
    assert allowed.exit_code == 0
    assert "year_missing" in {note["code"] for note in parsed(allowed)["notes"]}


def test_chinese_headers_and_grades(run: Run, tmp_path: Path) -> None:
    words = dict(zip("123456", ("一年级", "二年级", "三年级", "四年级", "五年级", "六年级"), strict=True))
    rows = [",".join((*row.split(",")[:2], words[row.split(",")[2]], row.split(",")[3])) for row in steady()]
    path = tmp_path / "学生.csv"
    path.write_bytes(("年份,片区,年级,学生数\n" + "\n".join(rows) + "\n").encode("gb18030"))
    result = run("forecast", path, "--json")
    assert result.exit_code == 0, result.output
    assert parsed(result)["rows"][0]["grade"] == "一年级"


@pytest.mark.parametrize(
    ("content", "said"),
    [("", "空"), ("year,area,grade\n2010,1,1\n", "pupils"), ("year,area,grade,pupils\n", "没有一行")],
)
def test_files_without_rows_are_refused(run: Run, tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "none.csv"
    path.write_text(content, encoding="utf-8")
    result = run("forecast", path)
    assert result.exit_code == 2
    assert said in result.stderr


def test_words_for_people(run: Run, tmp_path: Path) -> None:
    path = table(tmp_path / "pupils.csv", *steady())
    assert "回测" in run("forecast", path).stdout
    assert "coverage" in run("forecast", path, "--en").stdout
    assert run("forecast", tmp_path / "none.csv").exit_code == 2
    assert run("forecast", path, "--sections", "1-3").exit_code == 2


def test_rows_add_up_to_official_totals(run: Run, tmp_path: Path) -> None:
    path = table(tmp_path / "pupils.csv", *steady())
    official = table(
        tmp_path / "totals.csv", "2018,primary,,1500", "2018,,1,300", "2019,,,", header="year,section,area,pupils"
    )
    told = parsed(run("forecast", path, "--horizon", "2", "--totals", official, "--json"))
    assert sum(row["point"] for row in told["rows"] if row["year"] == 2018) == pytest.approx(1500)
    assert sum(row["point"] for row in told["rows"] if (row["year"], row["area"]) == (2018, "1")) == pytest.approx(300)
    plain = parsed(run("forecast", path, "--horizon", "2", "--json"))
    assert [row for row in told["rows"] if row["year"] == 2019] == [row for row in plain["rows"] if row["year"] == 2019]
    for lines, said in ((["2018,,,many"], "many"), (["2050,,,5"], "2050")):
        wrong = run("forecast", path, "--totals", table(tmp_path / "no.csv", *lines, header="year,section,area,pupils"))
        assert wrong.exit_code == 2
        assert said in wrong.stderr

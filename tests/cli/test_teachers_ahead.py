"""``junheng teachers ahead``: numbers, words, tables, bad input."""

from pathlib import Path

from tests.cli.conftest import Run, parsed
from tests.teachers.ahead.test_report import ARRIVALS, HOURS, SCHOOLS, TEACHERS
from tests.teachers.tables import folder


def test_rows_words_and_tables(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("lessons.primary: 16\nleaving.rate: 0\n", encoding="utf-8")
    at = folder(tmp_path, schools=SCHOOLS, teachers=TEACHERS, hours=HOURS, arrivals=ARRIVALS)
    common = ("teachers", "ahead", at, "--parameters", own, "--year", 2026, "--years", 3)
    done = run(*common, "--json", "--out", tmp_path / "out")
    assert done.exit_code == 0, done.output
    assert {row["subject"] for row in parsed(done)["rows"]} == {"chinese", "mathematics", "music"}
    assert "first_short" in (tmp_path / "out" / "subjects.csv").read_text(encoding="utf-8-sig")
    chinese = run(*common).stdout
    assert "1 primary chinese: 现有 3，到 2029 年退休 1.0；2027 年起缺，各年合计须另招 1.0" in chinese
    assert "需要未知，不评定" in chinese
    assert "short from 2027" in run(*common, "--en").stdout


def test_bad_input(run: Run, tmp_path: Path) -> None:
    done = run("teachers", "ahead", tmp_path, "--json")
    assert done.exit_code == 2
    assert [one["file"] for one in parsed(done)["faults"]] == ["schools.csv", "teachers.csv", "hours.csv"]
    own = tmp_path / "own.yaml"
    for wrong in ("none.such: 1\n", "leaving.rate: 200\n"):
        own.write_text(wrong, encoding="utf-8")
        assert run("teachers", "ahead", tmp_path, "--parameters", own).exit_code == 2

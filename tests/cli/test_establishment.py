"""``junheng establishment``: posts, shares, subjects, and bad input in words."""

from pathlib import Path

from tests.cli.conftest import Run, parsed
from tests.teachers.establishment.test_need import SCHOOLS as POSTS
from tests.teachers.establishment.test_subjects import HOURS, with_classes
from tests.teachers.tables import TEACHERS, folder


def test_posts_of_schools_and_counties(run: Run, tmp_path: Path) -> None:
    done = run("establishment", folder(tmp_path, teachers="", schools=POSTS), "--json", "--year", "2026")
    assert done.exit_code == 0, done.output
    told = parsed(done)
    assert [row["need"] for row in told["schools"]] == [10, 11, 10, 3, 6]
    assert told["counties"][0]["need"] == 34
    assert told["counties"][1]["posts"] is None
    assert {one["id"] for one in told["asked"]} >= {"small.per_class", "lessons.primary"}
    assert {one["id"]: one["value"] for one in told["parameters"]}["ratio.junior"] == 13.5


def test_subjects_and_words(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("lessons.primary: 16\n", encoding="utf-8")
    at = folder(tmp_path, schools=with_classes(), hours=HOURS, teachers=TEACHERS)
    chinese = run("establishment", at, "--parameters", own).stdout
    assert "410101: 按标准需" in chinese
    assert "410101 primary chinese: 缺 5.0" in chinese
    assert "请填写参数 small.per_class" in chinese
    assert "short 5.0" in run("establishment", at, "--en", "--parameters", own).stdout


def test_bad_input_is_told_at_once(run: Run, tmp_path: Path) -> None:
    assert run("establishment", tmp_path).exit_code == 2
    wrong = folder(tmp_path, schools=POSTS.replace("190", "-190"), teachers=TEACHERS.replace("t1,s1", "t1,s9"))
    done = run("establishment", wrong, "--json")
    assert done.exit_code == 2
    assert {one["code"] for one in parsed(done)["faults"]} >= {"negative", "unknown_school"}
    own = tmp_path / "own.yaml"
    own.write_text("ratio.primary: 0\n", encoding="utf-8")
    assert run("establishment", wrong, "--parameters", own).exit_code == 2

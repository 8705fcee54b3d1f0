"""``junheng teachers itinerant``: weekdays, words, tables, bad input, and what cannot be done."""

from pathlib import Path

from tests.cli.conftest import Run, parsed
from tests.teachers.itinerant.small import HOURS, SCHOOLS, TEACHERS
from tests.teachers.tables import folder

WAYS = [(one, other) for one in range(5) for other in range(one + 1, 5)]
DISTANCES = "from,to,km\n" + "".join(f"s{one},s{other},{other - one}\n" for one, other in WAYS)


def test_a_week_in_words_json_and_tables(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("lessons.primary: 16\n", encoding="utf-8")
    at = folder(tmp_path, schools=SCHOOLS, teachers=TEACHERS, hours=HOURS, distances=DISTANCES)
    done = run("teachers", "itinerant", at, "--parameters", own, "--json", "--out", tmp_path / "out")
    assert done.exit_code == 0, done.output
    assert parsed(done)["groups"][0]["km"] == 4
    assert (tmp_path / "out" / "visits.csv").is_file()
    (tmp_path / "distances.csv").unlink()
    said = run("teachers", "itinerant", at, "--parameters", own).stdout
    assert "1 primary music: 3 所学校缺 18 节" in said
    assert "周" in said
    assert "没有 distances.csv" in said


def test_what_cannot_be_done_is_told_with_its_own_code(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("lessons.primary: 16\nposts.most: 0\n", encoding="utf-8")
    at = folder(tmp_path, schools=SCHOOLS, teachers=TEACHERS, hours=HOURS, distances=DISTANCES)
    done = run("teachers", "itinerant", at, "--parameters", own, "--en")
    assert done.exit_code == 3
    assert "at most 0 new shared posts" in done.stdout


def test_bad_input(run: Run, tmp_path: Path) -> None:
    assert run("teachers", "itinerant", tmp_path).exit_code == 2
    own = tmp_path / "own.yaml"
    own.write_text("schools.day: 9\n", encoding="utf-8")
    assert run("teachers", "itinerant", tmp_path, "--parameters", own).exit_code == 2

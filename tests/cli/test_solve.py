"""``junheng solve cpmp | sscflp``: one JSON document, exit codes, faults with their lines."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, parsed

POINTS = "6 2\n0 0 9 2\n0 1 9 3\n1 0 9 2\n20 20 9 4\n20 21 9 2\n21 20 9 3\n"
SHOPS = "2 3\n10 20\n100.0 50.0\n4 5 6\n1 2\n3 4\n5 6\n"


@pytest.fixture
def points(tmp_path: Path) -> Path:
    path = tmp_path / "points.txt"
    path.write_text(POINTS)
    return path


def test_medians_as_json(run: Run, points: Path) -> None:
    result = run("solve", "cpmp", points, "--seconds", 3, "--json")
    assert result.exit_code == 0, result.output
    told = parsed(result)
    assert told["objective"] == pytest.approx(4.0)
    assert told["bound"] <= told["objective"]
    assert told["medians"] == [0, 3]
    assert told["assignment"] == [0, 0, 0, 3, 3, 3]
    assert (told["p"], told["distance"], told["feasible"]) == (2, "euclid", True)
    assert 0 <= told["gap"] < 0.01


def test_another_number_and_distance(run: Run, points: Path) -> None:
    result = run("solve", "cpmp", points, "--p", 3, "--distance", "floor", "--seconds", 2, "--json")
    told = parsed(result)
    assert (told["p"], told["distance"], len(told["medians"]), told["objective"]) == (3, "floor", 3, 3.0)


def test_facilities_as_json(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "shops"
    path.write_text(SHOPS)
    told = parsed(run("solve", "sscflp", path, "--seconds", 2, "--json"))
    assert (told["objective"], told["open"], told["assignment"]) == (62.0, [1], [1, 1, 1])
    assert told["status"] == "optimal"


def test_words_in_both_languages(run: Run, points: Path) -> None:
    assert "目标值 4.000000" in run("solve", "cpmp", points, "--seconds", 2).output
    assert "objective 4.000000" in run("solve", "cpmp", points, "--seconds", 2, "--en").output


def test_infeasible_is_an_answer_with_a_reason(run: Run, points: Path) -> None:
    result = run("solve", "cpmp", points, "--p", 1, "--json", "--seconds", 1)
    assert result.exit_code == 3
    told = parsed(result)
    assert (told["status"], told["feasible"], told["objective"]) == ("infeasible", False, None)
    assert told["reason"]["code"] == "demand_over_capacity"
    assert "总需求" in run("solve", "cpmp", points, "--p", 1, "--seconds", 1).output


def test_faults_leave_with_the_code_for_bad_input(run: Run, tmp_path: Path, points: Path) -> None:
    path = tmp_path / "bad"
    path.write_text("2 1\n0 0 1\n0 a 1 1\n")
    result = run("solve", "cpmp", path, "--json")
    assert result.exit_code == 2
    assert run("solve", "sscflp", path).exit_code == 2
    assert run("solve", "cpmp", tmp_path / "none").exit_code == 2
    assert run("solve", "cpmp", points, "--distance", "road").exit_code == 2

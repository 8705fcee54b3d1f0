"""``junheng rotate`` on a city of five schools: placements, bound, gap, rules; and every refusal in words."""

from pathlib import Path

import pytest

from junheng.cli.csv_table import text_table
from tests.cli.conftest import Run, parsed
from tests.teachers.tables import DISTANCES, SCHOOLS, TEACHERS, folder, held


def test_the_answer_has_placements_bound_gap_and_rules(run: Run, tmp_path: Path) -> None:
    done = run("rotate", folder(tmp_path), "--json", "--on", "2026-09-01")
    assert done.exit_code == 0, done.output
    told = parsed(done)
    assert told["status"] == "optimal"
    assert told["bound"] <= told["objective"] + 1e-9
    assert told["gap"] == 0
    assert {row["teacher_id"] for row in told["placements"]} <= {"t1", "t2", "t4", "t5", "t6", "t7", "t8"}
    assert all(row["why"]["zh"] for row in told["placements"])
    assert {row["id"] for row in told["rules"]} >= {"share", "backbone_share", "excluded", "cap"}
    assert [row["teacher_id"] for row in told["excluded"] if row["kind"] == "excluded"] == ["t3"]
    assert "eligible.years" in {one["id"] for one in told["asked"]}


def test_parameters_of_the_user_are_rules(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("eligible.years: 7\ncommute.cap: 5\nallowance.month: 300\n", encoding="utf-8")
    told = parsed(run("rotate", folder(tmp_path), "--json", "--parameters", file, "--on", "2026-09-01"))
    assert all(row["km"] <= 5 and row["years_at_school"] >= 7 for row in told["placements"])
    assert told["allowance"]["yuan_per_month"] == 300 * len(told["placements"])
    assert {row["state"] for row in told["rules"] if row["id"] in {"eligible", "cap"}} == {"kept"}


def test_words_in_both_languages_and_tables(run: Run, tmp_path: Path) -> None:
    chinese = run("rotate", folder(tmp_path), "--out", tmp_path / "out", "--on", "2026-09-01")
    assert chinese.exit_code == 0
    assert "差距不超过 0.0000%" in chinese.stdout
    assert "请填写参数 eligible.years" in chinese.stdout
    english = run("rotate", tmp_path, "--en", "--on", "2026-09-01").stdout
    assert "gap at most 0.0000%" in english
    assert "Please fill in eligible.years" in english
    rows = text_table(tmp_path / "out" / "placements.csv")
    assert rows.height == chinese.stdout.count(" → s")
    assert all("公里" in why for why in rows["why"])


@pytest.mark.parametrize("where", ["schools", "coordinates"])
def test_coordinates_serve_where_there_are_no_distances(run: Run, tmp_path: Path, where: str) -> None:
    places = "school_code,lon,lat\n" + "".join(f"s{at},{113.6 + at / 50},34.7\n" for at in range(1, 6))
    bare = "\n".join(line.rsplit(",", 2)[0] for line in SCHOOLS.splitlines()) + "\n"
    changed = {"schools": bare, "coordinates": places} if where == "coordinates" else {}
    done = run("rotate", folder(tmp_path, distances="", **changed), "--json")
    assert done.exit_code == 0, done.output
    told = parsed(done)
    assert "直线距离" in told["notes"][0]["zh"]
    assert all(0.5 < row["km"] < 6 for row in told["placements"])


def test_what_cannot_be_done_is_an_answer_with_its_reason(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("commute.cap: 1\n", encoding="utf-8")
    done = run("rotate", folder(tmp_path), "--json", "--parameters", file)
    assert done.exit_code == 3
    county = parsed(done)["counties"][0]
    assert county["reason"]["rules"] == ["share", "cap"]
    assert "不能同时满足" in county["reason"]["zh"]
    assert "cannot be kept together" in run("rotate", tmp_path, "--en", "--parameters", file).stdout


FAULTS = {
    "teacher_twice": {"teachers": TEACHERS.replace("t2,s1", "t1,s1")},
    "unknown_school": {"teachers": TEACHERS.replace(",s2,s3", ",s2,s9")},
    "blank": {"teachers": TEACHERS.replace("t1,s1", "t1,")},
    "negative": {"teachers": TEACHERS.replace("t1,s1,primary,语文,1,8", "t1,s1,primary,语文,1,-8")},
    "unknown_subject": {"teachers": TEACHERS.replace("t1,s1,primary,语文", "t1,s1,primary,占星")},
    "no_way": {"distances": DISTANCES.replace("s1,s3,6\ns2,s3,4\n", "")},
    "no_place": {"distances": "", "schools": SCHOOLS.replace("113.66,34.75", ",")},
    "file_absent": {"schools": ""},
    "column_absent": {"distances": DISTANCES.replace("from,", "x,")},
    "distance_twice": {"distances": DISTANCES + "s1,s2,9\n"},
}


@pytest.mark.parametrize("code", FAULTS)
def test_every_fault_of_the_folder_is_told(run: Run, tmp_path: Path, code: str) -> None:
    done = run("rotate", folder(tmp_path, **FAULTS[code]), "--json")
    assert done.exit_code == 2, done.output
    faults = parsed(done)["faults"]
    assert code in {one["code"] for one in faults}
    assert all(one["file"] and one["what"]["zh"] and one["rule"]["zh"] and one["fix"]["en"] for one in faults)


def test_all_faults_come_at_once(run: Run, tmp_path: Path) -> None:
    wrong = TEACHERS.replace("t2,s1", "t1,s1").replace("t4,s2,primary,语文", "t4,s2,primary,占星")
    done = run("rotate", folder(tmp_path, teachers=wrong, distances=DISTANCES.replace("s1,s2,2", "s1,s2,-2")), "--json")
    assert {one["code"] for one in parsed(done)["faults"]} >= {"teacher_twice", "unknown_subject", "negative"}


def test_days_parameters_and_folders_that_are_none_are_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("no.such: 1\n", encoding="utf-8")
    assert run("rotate", tmp_path / "none").exit_code == 2
    assert run("rotate", folder(tmp_path), "--on", "soon").exit_code == 2
    assert run("rotate", tmp_path, "--parameters", file).exit_code == 2
    file.write_text("commute.cap: -1\n", encoding="utf-8")
    assert run("rotate", tmp_path, "--parameters", file).exit_code == 2


def test_the_checker_stands_before_the_answer(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("junheng.teachers.rotation.faults", lambda *_: ["t1: leaves the county"])
    done = run("rotate", folder(tmp_path))
    assert isinstance(done.exception, RuntimeError)
    assert done.stdout == ""


def test_teachers_of_a_column_are_held(run: Run, tmp_path: Path) -> None:
    told = parsed(
        run("rotate", folder(tmp_path, teachers=held("t1", "s3", "t6", "s3")), "--json", "--on", "2026-09-01")
    )
    assert {one["teacher_id"]: one["to_school"] for one in told["placements"] if one["held"]} == {"t1": "s3"}
    folder(tmp_path, teachers=held("t3", "s2", "t1", "s4"))
    refused = run("rotate", tmp_path, "--on", "2026-09-01")
    assert refused.exit_code == 2
    assert "锁定在学校“s4”" in refused.output

"""``junheng gap`` on a synthetic street: numbers by hand, every assumption said, every fault at once."""

from pathlib import Path

import pytest

from junheng.publish.csv_files import read_back
from tests.cli.conftest import Run, parsed
from tests.cli.town import written


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return written(tmp_path)


def asked(files: Path, *more: object) -> tuple[object, ...]:
    return ("gap", files / "areas.csv", files / "schools.csv", files / "gap-ways.csv", "--year", "2026", *more)


def test_one_document_with_city_coverage_and_areas(run: Run, files: Path) -> None:
    told = parsed(run(*asked(files, "--json")))
    assert told["city"]["children"] == 125
    assert told["city"]["seats"] == 90
    assert told["city"]["gap"] == 35
    assert [(row["area"], row["seats"], row["gap"]) for row in told["areas"]] == [
        ("a", 50, 10),
        ("b", 0, 30),
        ("c", 40, -20),
        ("d", 0, 15),
    ]
    assert told["coverage"] == [
        {"radius": 500, "children": 125, "within": 110, "share": 0.88},
        {"radius": 1000, "children": 125, "within": 110, "share": 0.88},
    ]
    assert told["city"]["areas_without_school_in_reach"] == 1
    assert told["given"] == []


def test_free_seats_are_found_after_all_are_seated(run: Run, files: Path) -> None:
    told = parsed(run(*asked(files, "--fill", "--json")))
    assert told["city"]["unseated"] == 35
    assert [row["unseated"] for row in told["areas"]][3] == 15
    assert told["city"]["areas_with_free_seat_in_reach"] == 0


def test_what_the_user_gives_is_said_and_written_beside_the_numbers(run: Run, files: Path) -> None:
    (files / "schools.csv").write_text("id,lon,lat,many\ns,113.601,34.70,2\nt,113.609,34.70,1\n", encoding="utf-8")
    more = ("--seats-each", "40", "--count", "many", "--share", "0.5", "--share-source", "样例", "--out", files / "out")
    chinese, english = run(*asked(files, *more)), run(*asked(files, *more, "--en"))
    assert chinese.exit_code == 0, chinese.output
    assert "按用户给的每校 40 个计" in chinese.stdout
    assert "来源：样例" in chinese.stdout
    assert "as given by the user" in english.stdout
    table = read_back(files / "out" / "gap.csv")
    assert table.column("seats") == [80, 0, 40, 0]
    assert table.column("children") == [30, 15, 10, 7.5]
    assert len(table.notes) == 2
    assert (files / "out" / "map.png").is_file()


def test_seats_nobody_gives_are_not_made_up(run: Run, files: Path) -> None:
    (files / "schools.csv").write_text("id,lon,lat\ns,113.601,34.70\nt,113.609,34.70\n", encoding="utf-8")
    refused = run(*asked(files))
    assert refused.exit_code == 2
    assert "没有学位数，也没有班数" in refused.output


def test_all_faults_of_all_tables_come_at_once(run: Run, files: Path) -> None:
    (files / "areas.csv").write_text("id,lon,lat,children\na,113.6,34.7,-3\nb,113.605,34.7,some\n", encoding="utf-8")
    refused = run(*asked(files, "--json"))
    assert refused.exit_code == 2
    codes = {one["code"] for one in parsed(refused)["faults"]}
    assert codes == {"negative_count", "not_a_number", "not_in_table"}


def test_areas_without_children_are_noted_and_not_taken_as_none(run: Run, files: Path) -> None:
    text = (files / "areas.csv").read_text("utf-8").replace(",15", ",").replace(",20", ",0")
    (files / "areas.csv").write_text(text, encoding="utf-8")
    found = run(*asked(files))
    assert "没有儿童数据" in found.output
    assert "儿童数全为 0" in found.output
    assert parsed(run(*asked(files, "--json")))["areas"][3]["gap"] is None


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--section", "high"), "primary, junior"),
        (("--radii", "near"), "--radii"),
        (("--radii", "-5"), "--radii"),
        (("--share", "0.1"), "--share-source"),
        (("--children", "people"), "people"),
    ],
)
def test_bad_options_are_refused(run: Run, files: Path, more: tuple[str, ...], said: str) -> None:
    refused = run(*asked(files, *more))
    assert refused.exit_code == 2
    assert said in refused.output

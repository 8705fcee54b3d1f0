"""``junheng siting`` on a synthetic street: sites opened, ways counted, and every refusal in words."""

from pathlib import Path

import pytest

from junheng.publish.csv_files import read_back
from tests.cli.conftest import Run, parsed
from tests.cli.town import AREAS, SITES, ways, written


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return written(tmp_path)


def asked(files: Path, *more: object) -> tuple[object, ...]:
    tables = (files / f"{name}.csv" for name in ("areas", "schools", "sites", "ways"))
    return ("siting", *tables, "--seconds", "0.3", *more)


def test_two_sites_give_everybody_who_fits_a_seat(run: Run, files: Path) -> None:
    (files / "areas.csv").write_text(AREAS.replace("a,113.600,34.70,60", "a,113.600,34.70,50"), encoding="utf-8")
    done = run(*asked(files, "--open", "2", "--json"))
    assert done.exit_code == 0, done.output
    told = parsed(done)
    assert told["feasible"]
    assert told["opened"] == ["m", "n"]
    assert told["unserved"] == 0
    assert [(row["area"], row["school"]) for row in told["assignment"]] == [
        ("a", "s"),
        ("b", "m"),
        ("c", "t"),
        ("d", "n"),
    ]
    assert told["bound"] <= told["objective"]
    assert told["gap"] == pytest.approx((told["objective"] - told["bound"]) / told["bound"])
    assert sum(row["pupils"] for row in told["places"]) == told["children"] == 115
    assert told["reason"] is None


def test_an_area_too_large_for_any_school_is_named(run: Run, files: Path) -> None:
    done = run(*asked(files, "--open", "2"))
    assert done.exit_code == 3
    assert "片区 a 有 60 名学生，可去的学校最大只有 50 个学位" in done.stdout
    assert "60 人没有" in done.stdout
    english = run(*asked(files, "--open", "2", "--en")).stdout
    assert "Area a has 60 pupils, the largest school it may go to has 50 seats" in english


def test_the_number_of_sites_is_named_when_it_is_too_small(run: Run, files: Path) -> None:
    (files / "areas.csv").write_text(AREAS.replace("a,113.600,34.70,60", "a,113.600,34.70,50"), encoding="utf-8")
    done = run(*asked(files, "--open", "0", "--json"))
    assert done.exit_code == 3
    reason = parsed(done)["reason"]
    assert reason["proven"]
    assert "至少须新开" in reason["zh"]
    assert {one["kind"] for one in reason["demands"]} >= {"number"}


def test_an_island_is_named_by_the_check_and_by_the_reason(run: Run, files: Path) -> None:
    text = "\n".join(line for line in ways().splitlines() if not line.startswith("d,")) + "\n"
    (files / "ways.csv").write_text(text, encoding="utf-8")
    (files / "areas.csv").write_text(AREAS.replace("a,113.600,34.70,60", "a,113.600,34.70,50"), encoding="utf-8")
    done = run(*asked(files))
    assert done.exit_code == 3
    assert "却没有到任何学校的路程" in done.output
    assert "1 个片区（d）共 15 名学生，没有一所学校可去" in done.stdout


def test_the_budget_is_kept_and_written_with_tables_and_map(run: Run, files: Path) -> None:
    done = run(*asked(files, "--budget", "6", "--out", files / "out", "--json"))
    told = parsed(done)
    assert told["money"] <= 6
    assert told["opened"] == ["m"]
    assert read_back(files / "out" / "sites.csv").column("school") == ["s", "t", "m"]
    assert read_back(files / "out" / "assignment.csv").column("area") == ["a", "b", "c", "d"]
    assert (files / "out" / "map.png").is_file()


def test_the_curve_falls_with_each_further_site(run: Run, files: Path) -> None:
    done = run(*asked(files, "--open", "2", "--trade-off", "--out", files / "out", "--json"))
    curve = parsed(done)["curve"]
    assert [row["sites"] for row in curve] == [0, 1, 2]
    costs = [row["objective"] for row in curve]
    assert costs == sorted(costs, reverse=True)
    assert read_back(files / "out" / "trade_off.csv").column("sites") == [0, 1, 2]
    spoken = run(*asked(files, "--open", "1", "--trade-off")).stdout
    assert "至多 0 处" in spoken
    assert "至多 1 处" in spoken


def test_all_faults_of_all_tables_come_at_once(run: Run, files: Path) -> None:
    (files / "areas.csv").write_text(AREAS.replace(",15", ",").replace(",20", ",-2"), encoding="utf-8")
    (files / "sites.csv").write_text(SITES.replace("m,", "s,").replace(",8", ","), encoding="utf-8")
    refused = run(*asked(files, "--budget", "6", "--json"))
    assert refused.exit_code == 2
    codes = [one["code"] for one in parsed(refused)["faults"]]
    assert sorted(codes) == ["cost_not_given", "given_twice", "negative_count", "no_population", "not_in_table"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--objective", "beauty"), "distance, coverage, farthest"),
        (("--section", "high"), "primary, junior"),
        (("--trade-off",), "--open"),
        (("--share", "0.1"), "--share-source"),
        (("--open", "-1"), "at_most"),
        (("--budget", "-1"), "budget"),
    ],
)
def test_bad_options_are_refused(run: Run, files: Path, more: tuple[str, ...], said: str) -> None:
    refused = run(*asked(files, *more))
    assert refused.exit_code == 2
    assert said in refused.output


def test_where_nothing_is_proven_nothing_is_claimed(run: Run, files: Path) -> None:
    """Two areas of 30 do not fit whole into schools of 40 and 20, though split they would."""
    (files / "areas.csv").write_text("id,lon,lat,children\na,113.600,34.70,30\nb,113.605,34.70,30\n", encoding="utf-8")
    (files / "schools.csv").write_text("id,lon,lat,seats\ns,113.601,34.70,40\nt,113.609,34.70,20\n", encoding="utf-8")
    (files / "sites.csv").write_text("id,lon,lat,seats\nm,113.606,34.70,5\n", encoding="utf-8")
    rows = [line for line in ways().splitlines()[1:] if line[0] in "ab" and ",n," not in line]
    (files / "ways.csv").write_text("\n".join(["area,school,metres,way", *rows]) + "\n", encoding="utf-8")
    done = run(*asked(files, "--json"))
    assert done.exit_code == 3
    told = parsed(done)
    assert (told["unserved"], told["reason"]["proven"]) == (30, False)
    assert "没有证明不存在" in told["reason"]["zh"]

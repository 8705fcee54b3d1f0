import csv
import json
from pathlib import Path

import pytest

from junheng.demo import DemoCity, build
from tests.demo.conftest import SMALL


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[DemoCity, list[tuple[int, int]]]:
    calls: list[tuple[int, int]] = []
    city = build(tmp_path_factory.mktemp("city"), scale=SMALL, progress=lambda done, total: calls.append((done, total)))
    return city, calls


def test_every_year_and_area_has_a_folder(built: tuple[DemoCity, list[tuple[int, int]]]) -> None:
    city, _ = built
    assert sorted(city.workbooks) == [2023, 2024, 2025]
    for folder in city.workbooks.values():
        assert len([one for one in folder.iterdir() if one.is_dir()]) == 16


def test_names_of_workbooks_are_unique(built: tuple[DemoCity, list[tuple[int, int]]]) -> None:
    city, _ = built
    names = [path.name for path in city.root.rglob("*.xlsx")]
    assert len(set(names)) == len(names) == city.files


def test_progress_ends_at_the_total(built: tuple[DemoCity, list[tuple[int, int]]]) -> None:
    city, calls = built
    assert calls[-1] == (city.files, city.files)
    assert [done for done, _ in calls] == sorted(done for done, _ in calls)
    assert len(calls) == 48


def test_the_roster_lists_schools_that_sent_no_workbook(built: tuple[DemoCity, list[tuple[int, int]]]) -> None:
    city, _ = built
    with city.roster.open(encoding="utf-8-sig", newline="") as file:
        expected = {row["school_code"] for row in csv.DictReader(file)}
    sent = {path.stem for path in city.workbooks[2025].rglob("*.xlsx") if path.stem.isdigit()}
    assert sent < expected


def test_the_map_is_geojson_with_a_mark(built: tuple[DemoCity, list[tuple[int, int]]]) -> None:
    city, _ = built
    drawn = json.loads(city.geometry.read_text(encoding="utf-8"))
    assert drawn["schematic"] is True
    assert len(drawn["features"]) == 16
    assert "合成演示数据" in (city.root / "合成演示数据.txt").read_text(encoding="utf-8")


def test_foreign_workbooks_are_never_overwritten(tmp_path: Path) -> None:
    kept = tmp_path / "workbooks" / "mine.xlsx"
    kept.parent.mkdir()
    kept.write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError, match="left alone"):
        build(tmp_path, scale=SMALL)
    assert kept.read_text(encoding="utf-8") == "mine"


def test_a_second_build_leaves_nothing_of_the_first(
    built: tuple[DemoCity, list[tuple[int, int]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    city, _ = built
    stale = city.workbooks[2025] / "旧文件.xlsx"
    stale.write_text("stale", encoding="utf-8")
    monkeypatch.setattr("junheng.demo.building._write", lambda jobs, _progress: len(jobs))
    build(city.root, scale=SMALL)
    assert not stale.exists()
    assert not list(city.root.rglob("*.xlsx"))

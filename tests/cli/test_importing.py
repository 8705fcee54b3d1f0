"""``junheng import``: nothing is stored unless it can be used, and the receipt says everything."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run, parsed
from tests.conftest import DemoRun


@pytest.fixture
def county(demo_run: DemoRun, tmp_path: Path) -> Path:
    """The files of one county of the last year, to be spoilt."""
    source = next(path for path in sorted(demo_run.workbooks(2025).iterdir()) if path.name == "上街区")
    return Path(shutil.copytree(source, tmp_path / "files"))


def test_good_files_become_a_snapshot(run: Run, county: Path, tmp_path: Path) -> None:
    result = run("import", county, "--year", 2025, "--into", tmp_path / "s", "--json", "--workers", 1)
    assert result.exit_code == 0, result.output
    receipt = parsed(result)
    assert Path(receipt["snapshot"]).is_dir()
    assert receipt["read"]["rows"]["schools"] > 0
    assert all(len(one["sha256"]) == 64 for one in receipt["files"])


def test_a_spoilt_file_leaves_no_snapshot_and_names_its_place(run: Run, county: Path, tmp_path: Path) -> None:
    (county / "坏文件.xlsx").write_bytes(b"")
    into = tmp_path / "s"
    result = run("import", county, "--year", 2025, "--into", into, "--workers", 1)
    assert result.exit_code == 2
    assert "坏文件.xlsx" in result.output
    assert "未写快照" in result.output
    assert not list(into.glob("2025-*"))
    kept = run("import", county, "--year", 2025, "--into", into, "--workers", 1, "--keep-going", "--en")
    assert kept.exit_code == 0, kept.output
    assert "Snapshot:" in kept.output
    assert len(list(into.glob("2025-*"))) == 1


def test_the_same_files_give_the_same_snapshot(run: Run, county: Path, tmp_path: Path) -> None:
    paths = {
        parsed(run("import", county, "--year", 2025, "--into", tmp_path / name, "--json", "--workers", 1))["snapshot"]
        for name in ("a", "b")
    }
    assert len({Path(path).name for path in paths}) == 1


def test_marked_workbooks_are_written_for_files_that_were_spoken_of(run: Run, county: Path, tmp_path: Path) -> None:
    (county / "表.csv").write_text("school_code,没有这一列\n12,3\n", encoding="utf-8")
    marked = tmp_path / "marked"
    run("import", county, "--year", 2025, "--into", tmp_path / "s", "--marked", marked, "--workers", 1)
    assert (marked / "表.xlsx").is_file()

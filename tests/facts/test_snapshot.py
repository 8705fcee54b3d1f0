"""A snapshot is whole or not there, never changes, and is the same for the same input."""

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from polars.testing import assert_frame_equal

from junheng.facts.contracts import ORDER
from junheng.facts.receipt import Receipt, SourceFile
from junheng.facts.snapshot import (
    _WRITING,
    STALE_SECONDS,
    Snapshot,
    SnapshotError,
    freeze,
    latest,
    open_snapshot,
)
from junheng.facts.tables import Facts
from tests.facts import strategies
from tests.facts.checks.examples import FOLDER, A, in_memory, load

RECEIPT = Receipt((SourceFile("甲.xlsx", "ab" * 32, 10, "template"),), {"schools": 2}, 5, ())


def facts(pupils: int = 400) -> Facts:
    return in_memory({"sections.0.pupils": pupils})


def folders(root: Path) -> list[Path]:
    return [one for one in root.iterdir() if one.is_dir() and not one.name.startswith(".")]


def test_what_was_frozen_is_what_is_opened(tmp_path: Path) -> None:
    frozen = freeze(facts(), RECEIPT, tmp_path, policy_version="p1")
    opened = open_snapshot(frozen.path)
    for table in ORDER:
        assert_frame_equal(opened.facts[table], facts()[table])
        assert_frame_equal(opened.lazy(table).collect(), facts()[table])
    assert (opened.year, opened.facts.year) == (2025, 2025)
    assert frozen.path.name == f"2025-{opened.hash[:12]}"
    assert opened.manifest["rows"]["schools"] == 2
    assert opened.manifest["sources"] == [{"name": "甲.xlsx", "sha256": "ab" * 32, "size": 10, "kind": "template"}]
    assert opened.manifest["policy_version"] == "p1"
    assert opened.receipt["read"]["cells"] == 5


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    shuffled = {table: frame.sample(fraction=1, shuffle=True, seed=3) for table, frame in facts().tables.items()}
    one = freeze(facts(), RECEIPT, tmp_path / "a")
    two = freeze(Facts(2025, shuffled), RECEIPT, tmp_path / "b")
    assert one.path.name == two.path.name
    for file in sorted(one.path.iterdir()):
        assert file.read_bytes() == (two.path / file.name).read_bytes()


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategies.schools())
def test_any_facts_survive(tmp_path_factory: pytest.TempPathFactory, given_: Facts) -> None:
    opened = freeze(given_, RECEIPT, tmp_path_factory.mktemp("s")).facts
    for table in ORDER:
        assert_frame_equal(opened[table], given_[table])


def test_anything_else_changes_the_hash(tmp_path: Path) -> None:
    other_source = Receipt((SourceFile("甲.xlsx", "cd" * 32, 10, "template"),), {"schools": 2}, 5, ())
    frozen = [
        freeze(facts(), RECEIPT, tmp_path),
        freeze(facts(399), RECEIPT, tmp_path),
        freeze(facts(), other_source, tmp_path),
        freeze(facts(), RECEIPT, tmp_path, policy_version="p2"),
        freeze(Facts(2024, facts().tables), RECEIPT, tmp_path),
    ]
    assert len({one.hash for one in frozen}) == 5


def test_freezing_again_keeps_the_folder_as_it_is(tmp_path: Path) -> None:
    first = freeze(facts(), RECEIPT, tmp_path)
    before = {file.name: file.stat().st_mtime_ns for file in first.path.iterdir()}
    again = freeze(facts(), RECEIPT, tmp_path)
    assert again.path == first.path
    assert before == {file.name: file.stat().st_mtime_ns for file in again.path.iterdir()}
    assert len(folders(tmp_path)) == 1


def test_latest_is_the_one_frozen_last(tmp_path: Path) -> None:
    assert latest(tmp_path, 2025) is None
    freeze(facts(), RECEIPT, tmp_path)
    second = freeze(facts(399), RECEIPT, tmp_path)
    found = latest(tmp_path, 2025)
    assert found is not None
    assert found.hash == second.hash
    assert latest(tmp_path, 2024) is None


def test_cells_of_one_fact(tmp_path: Path) -> None:
    snapshot = freeze(load(FOLDER / "gym_exceeds_indoor_sports.xlsx"), RECEIPT, tmp_path)
    (cell,) = snapshot.cells("rooms", A, "", "gym_area")
    assert (cell["sheet"], cell["cell"], cell["raw"]) == ("校舍场地与教室", "D2", "300.5")
    assert snapshot.cells("rooms", A, "", "books") == []
    assert snapshot.cells("teachers", A, "primary", "teachers")[0]["state"] == "reported"


def test_what_breaks_a_contract_is_not_frozen(tmp_path: Path) -> None:
    snapshot = freeze(load(FOLDER / "contract_max.xlsx"), RECEIPT, tmp_path)
    assert snapshot.facts["schools"]["latitude"].null_count() == 2
    assert snapshot.cells("schools", A, "", "latitude") == []


@pytest.mark.parametrize("name", ["schools.parquet", "cells.parquet", "receipt.json", "manifest.json"])
@pytest.mark.parametrize("how", ["flip", "cut", "empty", "gone"])
def test_tampering_is_noticed(name: str, how: str, tmp_path: Path) -> None:
    path = freeze(facts(), RECEIPT, tmp_path).path
    file = path / name
    content = file.read_bytes()
    file.chmod(0o644)
    middle = len(content) // 2
    changed = {"flip": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :], "cut": content[:-9]}
    file.write_bytes(changed.get(how, b""))
    if how == "gone":
        file.unlink()
    with pytest.raises(SnapshotError) as caught:
        open_snapshot(path)
    assert caught.value.finding.code in {"snapshot_damaged", "snapshot_missing"}
    assert "快照" in str(caught.value)
    assert "snapshot" in str(caught.value)


def test_a_manifest_that_was_rewritten_is_noticed(tmp_path: Path) -> None:
    path = freeze(facts(), RECEIPT, tmp_path).path
    manifest = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
    (path / "manifest.json").chmod(0o644)
    (path / "manifest.json").write_text(json.dumps({**manifest, "policy_version": "another"}), encoding="utf-8")
    with pytest.raises(SnapshotError, match="manifest"):
        open_snapshot(path)


def test_a_renamed_folder_is_not_that_snapshot(tmp_path: Path) -> None:
    path = freeze(facts(), RECEIPT, tmp_path).path
    with pytest.raises(SnapshotError):
        open_snapshot(path.rename(tmp_path / "2024-000000000000"))


def test_freezing_over_a_damaged_one_is_refused(tmp_path: Path) -> None:
    path = freeze(facts(), RECEIPT, tmp_path).path
    (path / "rooms.parquet").chmod(0o644)
    (path / "rooms.parquet").write_bytes(b"x")
    with pytest.raises(SnapshotError):
        freeze(facts(), RECEIPT, tmp_path)


@pytest.mark.parametrize("name", ["nothing-here", "."])
def test_no_snapshot(name: str, tmp_path: Path) -> None:
    with pytest.raises(SnapshotError) as caught:
        open_snapshot(tmp_path / name)
    assert caught.value.finding.code == "snapshot_missing"


def test_a_failure_while_writing_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = freeze(facts(), RECEIPT, tmp_path)

    def full(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(pl.DataFrame, "write_parquet", full)
    with pytest.raises(OSError, match="no space"):
        freeze(facts(399), RECEIPT, tmp_path)
    assert folders(tmp_path) == [old.path]
    assert not list(tmp_path.glob(f"{_WRITING}*"))


def test_leftovers_of_killed_writers_are_swept_after_a_day(tmp_path: Path) -> None:
    for name, age in (("old", STALE_SECONDS + 60), ("new", 60)):
        folder = tmp_path / f"{_WRITING}{name}"
        folder.mkdir()
        os.utime(folder, (time.time() - age, time.time() - age))
    freeze(facts(), RECEIPT, tmp_path)
    assert [one.name for one in tmp_path.glob(f"{_WRITING}*")] == [f"{_WRITING}new"]


def test_two_writers_of_the_same_at_once_end_with_one(tmp_path: Path) -> None:
    made: list[Snapshot] = []
    start = threading.Barrier(4)

    def write() -> None:
        start.wait()
        made.append(freeze(facts(), RECEIPT, tmp_path))

    writers = [threading.Thread(target=write) for _ in range(4)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert len({one.path for one in made}) == 1
    assert len(made) == 4
    assert folders(tmp_path) == [open_snapshot(made[0].path).path]


WRITER = """
import sys
from pathlib import Path
import polars as pl
from junheng.facts.receipt import Receipt
from junheng.facts.snapshot import freeze
from junheng.facts.tables import Facts

def write(root, number):
    rows = {"school_code": ["2141000001"], "books": [number]}
    schools = pl.DataFrame({"school_code": ["2141000001"], "school_name": ["x"], "county_code": ["410105"]})
    freeze(Facts.of(2025, {"schools": schools, "rooms": pl.DataFrame(rows)}), Receipt((), {}, 0, ()), Path(root))

number = int(sys.argv[3])
write(sys.argv[2], number)
print("warm", flush=True)
sys.stdin.readline()
while True:
    number += 1
    write(sys.argv[1], number)
"""
"""A writer that gets warm, waits for a line, and then writes until it is killed."""


def writer_of(root: Path, number: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", WRITER, str(root), str(root.parent / "warm"), str(1000 * number)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603


def wait_until(holds: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.01)


@pytest.mark.parametrize("kills", [3, pytest.param(10, marks=pytest.mark.exhaustive)])
def test_killed_at_any_moment_the_old_one_stays(tmp_path: Path, kills: int) -> None:
    """kill -9 at random moments of writing: every folder that is there is whole, and the latest can be opened."""
    root = tmp_path / "root"
    first = freeze(facts(), RECEIPT, root)
    moments = random.Random(7)  # noqa: S311
    for number, one in enumerate([writer_of(root, number) for number in range(kills)]):
        with one as writer:
            assert writer.stdin is not None
            assert writer.stdout is not None
            try:
                assert writer.stdout.readline() == b"warm\n"
                writer.stdin.write(b"go\n")
                writer.stdin.flush()
                time.sleep(moments.uniform(0.005, 0.25))
                if number == kills - 1:
                    wait_until(lambda: len(folders(root)) > 1)
            finally:
                writer.kill()
        assert latest(root, 2025) is not None
    whole = [open_snapshot(one) for one in folders(root)]
    assert first.hash in {one.hash for one in whole}
    assert len(whole) > 1

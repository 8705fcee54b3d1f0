"""The lock is killed, as with -9, at every place in turn: in the end there is one lock, whole, of the same bytes."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from junheng.facts import open_snapshot

ROOT = Path(__file__).parents[3]
PLACES = ("freeze-after", "_lock_submissions-after", "record-after")


def lock(folder: Path, place: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.web.review.killed", str(folder), place]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603


@pytest.mark.exhaustive
def test_killed_anywhere_it_comes_to_the_same_end(tmp_path: Path) -> None:
    for place in PLACES:
        died = lock(tmp_path, place)
        assert died.returncode == -signal.SIGKILL, (place, died.stderr)
    done = lock(tmp_path, "")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    whole = {"state": "locked", "number": 1, "steps": 3, "locked": 3, "events": 1, "done": 1}
    assert found == {**whole, "snapshot": found["snapshot"]}
    made = [one for one in (tmp_path / "snapshots").iterdir() if one.is_dir() and one.name.startswith("2025-")]
    assert [open_snapshot(one).hash for one in made] == [found["snapshot"]]
    assert lock(tmp_path, "_result").returncode == -signal.SIGKILL
    assert json.loads(lock(tmp_path, "").stdout) == found

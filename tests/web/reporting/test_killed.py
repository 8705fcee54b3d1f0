"""Killed between the store and the commit: confirming again makes exactly one version, and no half rows."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ENV = {**os.environ, "DJANGO_SETTINGS_MODULE": "junheng.web.settings.base", "DATABASE_URL": ""}


def _run(folder: Path, *given: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.web.reporting.killed", str(folder), *given]
    return subprocess.run(command, cwd=ROOT, env=ENV, capture_output=True, text=True, timeout=240, check=False)  # noqa: S603


@pytest.mark.exhaustive
def test_repeating_after_a_kill_makes_one_version(tmp_path: Path) -> None:
    begun = _run(tmp_path, "begin")
    assert begun.returncode == 0, begun.stderr
    died = _run(tmp_path, "die", begun.stdout)
    assert died.returncode == -signal.SIGKILL, died.stderr
    assert len(list((tmp_path / "store").glob("??/*"))) == 1
    with sqlite3.connect(tmp_path / "junheng.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM reporting_version").fetchone() == (0,)
        assert database.execute("SELECT count(*) FROM reporting_step").fetchone() == (0,)
    database.close()
    again = _run(tmp_path, "again", begun.stdout)
    assert again.returncode == 0, again.stderr
    assert json.loads(again.stdout) == {"versions": 1, "steps": 1, "events": 1, "state": "draft", "revision": 2}

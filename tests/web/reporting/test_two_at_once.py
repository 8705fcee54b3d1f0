"""Two reviewers at once: one decides, the other is told; nothing happens twice."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from junheng.web.reporting.models import State
from tests.web.reporting.rivals import ROUNDS, contest

ROOT = Path(__file__).parents[3]


def fair(told: list[list[str]]) -> bool:
    good = [["Stale", str(one), "3 steps", "3 events"] for one in (State.APPROVED, State.RETURNED)]
    return len(told) == ROUNDS and all(one in good for one in told)


@pytest.mark.exhaustive
def test_on_a_file_of_sqlite(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.web.reporting.rivals", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=180, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    assert fair(json.loads(done.stdout)), done.stdout


@pytest.mark.django_db(transaction=True)
def test_on_the_server_the_tests_run_on() -> None:
    """On a server only: a database in memory is one connection's own."""
    if connection.vendor == "postgresql":
        assert fair(contest())

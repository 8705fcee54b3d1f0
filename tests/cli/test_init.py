"""The command that founds a site, as a user runs it."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import COMMAND, own_environment


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, "init", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=own_environment())  # noqa: S603


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "roster.csv"
    path.write_text("school_code,school_name,county_code,school_type\n2141000001,甲小学,410105,211\n", encoding="utf-8")
    return path


def test_a_wrong_roster_is_named_in_one_line_and_then_the_site_is_founded_once(tmp_path: Path, roster: Path) -> None:
    given, right = ("--site", str(tmp_path / "site"), "--roster", str(roster)), roster.read_text("utf-8")
    roster.write_text(right.replace("410105", "1"), encoding="utf-8")
    refused = _run(*given)
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr
    roster.write_text(right, encoding="utf-8")
    first = _run(*given)
    assert first.returncode == 0, first.stderr
    assert "system-admin" in first.stdout
    assert "created 3" in first.stdout
    again = _run(*given)
    assert (again.returncode, "system-admin" in again.stdout) == (0, False)

"""Every code and test that the table of duties names is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "reference" / "security-duties.md"


def rows() -> list[list[str]]:
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_what_is_named_is_there() -> None:
    named = re.findall(r"`((?:src|tests)/[^`]+)`", PAGE.read_text(encoding="utf-8"))
    assert len(named) > 30
    assert [one for one in named if not (ROOT / one).is_file()] == []


def test_each_duty_is_done_by_the_program_or_by_the_operator() -> None:
    assert len(rows()) > 20
    assert [row[0] for row in rows() if row[3] == "—" and row[5] == "—"] == []
    assert [row[0] for row in rows() if not row[2]] == []

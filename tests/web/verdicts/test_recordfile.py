"""The record as a file: stable, and checked by the script of the how-to page."""

import json
import re
import subprocess
import sys
from pathlib import Path

from junheng.web.verdicts.models import Record
from junheng.web.verdicts.recordfile import record_file

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "verify-a-verdict.md"


def script() -> str:
    found = re.search(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def run(path: Path) -> tuple[int, str]:
    done = subprocess.run([sys.executable, "-c", script(), str(path)], capture_output=True, text=True, check=False)  # noqa: S603
    return done.returncode, done.stdout


def test_the_script_of_the_page_has_at_most_ten_lines() -> None:
    assert len(script().splitlines()) <= 10


def test_the_script_says_ok_and_sees_one_changed_letter(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(record_file(record))
    assert run(path) == (0, f"{record.number} ok\n")
    held = json.loads(path.read_text("utf-8"))
    held["verdict"]["state"] = "met" if held["verdict"]["state"] != "met" else "not_met"
    path.write_text(json.dumps(held), "utf-8")
    assert run(path) == (1, f"{record.number} CHANGED\n")


def test_the_file_stays_the_same_once_superseded(chain: tuple[Record, Record]) -> None:
    first, _second = chain
    before = record_file(first)
    assert record_file(Record.objects.everything("a test").get(pk=first.pk)) == before
    assert b"superseded_by" not in before

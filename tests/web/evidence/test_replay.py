"""The script of the how-to, run by itself on the exported file, comes to the same result — or stops."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from junheng.web.evidence.actions.commit_draw import commit_draw
from junheng.web.evidence.actions.reveal_draw import reveal_draw
from tests.web.evidence.draws_made import planned
from tests.web.people import People

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "replay-a-draw.md"


@pytest.fixture
def exported(staff: People, client: Client) -> dict[str, Any]:
    inspector = staff.actor("inspector")
    held = commit_draw(inspector, planned(staff, source="掷骰", team=2).pk, revision=1)
    reveal_draw(inspector, held.pk, revision=2, public="4 2 6")
    return dict(json.loads(client.get(f"/draws/{held.pk}.json").content))


def replay(folder: Path, said: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    found = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    (folder / "draw.json").write_text(json.dumps(said), encoding="utf-8")
    given = [sys.executable, "-I", "-X", "utf8", "-c", found[1], str(folder / "draw.json")]
    return subprocess.run(given, capture_output=True, text=True, check=False, encoding="utf-8")  # noqa: S603 - our script


def test_it_comes_to_the_same_result(exported: dict[str, Any], tmp_path: Path) -> None:
    done = replay(tmp_path, exported)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[2:] == exported["schools"]


@pytest.mark.parametrize("what", ["seed", "commitment", "schools", "quotas"])
def test_any_tampering_stops_it(exported: dict[str, Any], tmp_path: Path, what: str) -> None:
    if what == "quotas":
        exported["list"]["quotas"]["410105|unknown"] = 1
    elif what == "schools":
        exported["schools"] = exported["schools"][::-1]
    else:
        exported[what] = exported[what][:-1] + "!"
    assert replay(tmp_path, exported).returncode != 0

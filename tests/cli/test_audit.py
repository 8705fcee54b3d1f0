"""``junheng audit``: exported, checked against itself and the anchor, and loud when it was changed."""

import json
from pathlib import Path

import pytest

from tests.web.operations.test_backup import junheng


@pytest.mark.exhaustive
def test_an_export_is_checked_and_a_change_is_named(tmp_path: Path) -> None:
    site, out = tmp_path / "site", tmp_path / "chain.jsonl"
    junheng("audit", "export", out, "--site", site)
    assert json.loads(junheng("audit", "verify", "--site", site, "--anchor", out, "--json").stdout)["holds"] is True
    out.write_text(out.read_text(encoding="utf-8").replace("audit.export", "audit.nothing"), encoding="utf-8")
    assert "第1条" in junheng("audit", "verify", "--site", site, "--file", out, fails=True).stdout

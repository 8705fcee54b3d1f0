"""The fingerprint of the law."""

from pathlib import Path

import pytest

from junheng.policy import version


def test_it_is_stable_and_short() -> None:
    assert version.policy_version() == version.policy_version()
    assert len(version.policy_version()) == version.LENGTH


def test_one_changed_number_changes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data" / "standards").mkdir(parents=True)
    law = tmp_path / "data" / "standards" / "law.yaml"
    monkeypatch.setattr(version, "files", lambda _package: tmp_path)
    seen = []
    for value in ("4.5", "4.6"):
        law.write_text(f"L4: {value}\n", encoding="utf-8")
        seen.append(version.policy_version.__wrapped__())
    assert seen[0] != seen[1]

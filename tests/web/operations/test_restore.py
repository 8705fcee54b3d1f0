"""Keys come back readable by their owner alone; a file that holds none is refused."""

import json
import stat
from pathlib import Path

import pytest

from junheng.web.kit.refusal import Refusal
from junheng.web.operations.restore import restore_keys


def test_keys_come_back_private(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text(json.dumps({"keys/data.key": "abc", "../evil": "x"}))
    restore_keys(tmp_path / "keys.json", tmp_path / "site")
    assert (tmp_path / "site" / "keys" / "data.key").read_text() == "abc"
    assert stat.S_IMODE((tmp_path / "site" / "keys" / "data.key").stat().st_mode) == 0o600
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize("content", ["", "[1]", "{"])
def test_a_file_without_keys_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "keys.json").write_text(content)
    with pytest.raises(Refusal):
        restore_keys(tmp_path / "keys.json", tmp_path / "site")

"""Files are kept whole or not at all, and no name leads elsewhere."""

import hashlib
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from junheng.web.kit.store import path_of, put, read, root


@pytest.fixture(autouse=True)
def _folder(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


def test_what_is_put_is_read_by_its_digest() -> None:
    digest, size = put([b"ab", b"c"])
    assert (digest, size) == (hashlib.sha256(b"abc").hexdigest(), 3)
    assert read(digest) == b"abc"
    assert put([b"abc"]) == (digest, size)
    assert len(list(root().rglob("*"))) == 2


def test_damage_is_told() -> None:
    digest, _size = put([b"abc"])
    path_of(digest).write_bytes(b"abd")
    with pytest.raises(ValueError, match="damaged"):
        read(digest)


@pytest.mark.parametrize("name", ["", "..", "../secret.key", "A" * 64, "a" * 63, f"{'a' * 64}\n", f"/{'a' * 63}"])
def test_no_name_leads_elsewhere(name: str) -> None:
    with pytest.raises(ValueError, match="not a SHA-256"):
        read(name)


def test_a_source_that_breaks_off_leaves_nothing() -> None:
    def breaks() -> Iterator[bytes]:
        yield b"half"
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        put(breaks())
    assert list(root().iterdir()) == []


SLOWLY = """
    import sys, time
    from pathlib import Path
    from django.conf import settings
    settings.configure(VAR=Path(sys.argv[1]))
    from junheng.web.kit.store import put
    def slowly():
        yield b"x" * 2_000_000
        Path(sys.argv[1], "begun").touch()
        time.sleep(60)
    put(slowly())
    """


def test_a_killed_process_leaves_nothing_under_a_good_name(tmp_path: Path) -> None:
    running = subprocess.Popen([sys.executable, "-c", textwrap.dedent(SLOWLY), str(tmp_path)])  # noqa: S603
    end = time.monotonic() + 60
    while not (tmp_path / "begun").exists():
        assert time.monotonic() < end
        time.sleep(0.05)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    assert [path.name[:7] for path in root().rglob("*") if path.is_file()] == [".draft-"]

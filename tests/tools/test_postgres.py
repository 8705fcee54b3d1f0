"""The throw-away server: there while the command runs, gone afterwards, its exit code the command's."""

import importlib.util
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest

SOURCE = Path(__file__).parents[2] / "tools" / "postgres.py"
ASKS = """
import os, sys, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as one:
    print(os.environ["DATABASE_URL"], one.execute("SELECT version()").fetchone()[0])
sys.exit(5)
"""


def test_the_command_runs_on_a_server_that_is_gone_afterwards() -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, str(SOURCE), sys.executable, "-c", ASKS], capture_output=True, text=True, check=False
    )
    assert done.returncode == 5, done.stderr
    address, _space, version = done.stdout.partition(" ")
    assert version.startswith("PostgreSQL")
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", urlsplit(address).port or 0)) != 0


def test_a_server_does_not_outlive_a_tool_that_is_told_to_end() -> None:
    running = subprocess.Popen([sys.executable, str(SOURCE)], stdout=subprocess.PIPE, text=True)  # noqa: S603
    assert running.stdout is not None
    with running.stdout:
        port = urlsplit(running.stdout.readline().strip().removeprefix("DATABASE_URL=")).port or 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) == 0
    running.terminate()
    assert running.wait(60) == 143
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_without_a_server_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("postgres", SOURCE)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.programs() is not None
    monkeypatch.setattr(tool, "FOLDERS", tmp_path)
    monkeypatch.setattr(tool, "shutil", SimpleNamespace(which=lambda _name: None))
    assert tool.programs() is None

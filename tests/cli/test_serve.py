"""``junheng serve``: says what is missing, or answers on the port."""

import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import COMMAND, DemoRun, own_environment


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    command = [*COMMAND, "serve", "--site", str(tmp_path / "none")]
    done = subprocess.run(  # noqa: S603
        command, capture_output=True, text=True, check=False, timeout=60, env=own_environment()
    )
    assert done.returncode == 2
    assert "junheng demo" in done.stderr


AS_THE_DEMO_ENDS = """
import sys
from pathlib import Path
import polars as pl
pl.DataFrame({"x": range(100_000)}).group_by("x").len()
from junheng.cli.demo import become_the_server
become_the_server(Path(sys.argv[1]), "127.0.0.1", int(sys.argv[2]))
"""
"""A process whose engine has threads goes on as the server."""


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.mark.parametrize("way", ["serve", pytest.param("demo", marks=pytest.mark.exhaustive)])
def test_the_city_is_served_down_to_its_explanations(demo_run: DemoRun, way: str) -> None:
    port = str(free_port())
    site = str(demo_run.folder)
    command = [*COMMAND, "serve", "--site", site, "--port", port]
    if way == "demo":
        command = [sys.executable, "-c", AS_THE_DEMO_ENDS, site, port]
    server = subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=own_environment()
    )
    try:
        page = _fetch(f"http://127.0.0.1:{port}/")
        why = _fetch(f"http://127.0.0.1:{port}/2025/county/410106/primary/L1/")
    finally:
        server.terminate()
        server.wait(30)
    assert "上街区" in page
    assert "合成演示数据" in page
    assert "差异系数" in why


def _fetch(address: str, seconds: int = 60) -> str:
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def test_help_names_every_verb(run: Run) -> None:
    text = run("--help").stdout
    for verb in ("demo", "template", "import", "evaluate", "explain", "report", "serve"):
        assert verb in text

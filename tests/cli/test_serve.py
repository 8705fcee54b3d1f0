"""``junheng serve``: says what is missing, or answers on the port."""

import socket
import subprocess
import time
import urllib.request
from pathlib import Path

from tests.cli.conftest import Run
from tests.conftest import COMMAND, DemoRun, own_environment


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    command = [*COMMAND, "serve", "--site", str(tmp_path / "none")]
    done = subprocess.run(  # noqa: S603
        command, capture_output=True, text=True, check=False, timeout=60, env=own_environment()
    )
    assert done.returncode == 2
    assert "junheng demo" in done.stderr


def test_the_city_is_served(demo_run: DemoRun) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*COMMAND, "serve", "--site", str(demo_run.folder), "--port", str(port)]
    server = subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=own_environment()
    )
    try:
        page = _fetch(f"http://127.0.0.1:{port}/")
    finally:
        server.terminate()
        server.wait(30)
    assert "上街区" in page
    assert "合成演示数据" in page


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

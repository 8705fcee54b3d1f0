"""The site runs from an empty folder with one command, and says so when it cannot."""

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from junheng.web.serve import serve, site_ready, taken
from tests.web.site import free_port

STARTING = 180.0


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, int]]:
    folder, port = tmp_path_factory.mktemp("site"), free_port()
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO_", "JUNHENG_"))}
    running = subprocess.Popen([sys.executable, "-m", "tests.web.site", str(folder), str(port)], env=environment)  # noqa: S603
    _wait(port)
    yield folder, port
    running.send_signal(signal.SIGINT)
    assert running.wait(30) is not None


def _wait(port: int) -> None:
    end = time.monotonic() + STARTING
    while not taken("127.0.0.1", port):
        assert time.monotonic() < end, "the site did not start"
        time.sleep(0.2)


def _get(port: int, path: str) -> tuple[int, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content


def test_pages_and_styles_are_served(site: tuple[Path, int]) -> None:
    _folder, port = site
    status, page = _get(port, "/")
    assert status == 200
    assert "16 个区县" in page.decode()
    assert _get(port, "/static/portal/site.css")[0] == 200
    assert _get(port, "/en/2025/county/410105/")[0] == 200


def test_the_key_is_private_and_the_database_keeps_a_log(site: tuple[Path, int]) -> None:
    folder, port = site
    _get(port, "/check/")
    assert stat.S_IMODE((folder / "secret.key").stat().st_mode) == 0o600
    assert (folder / "junheng.sqlite3-wal").exists()


@pytest.mark.parametrize(
    "sent", [b"", b"--b\r\nConten", b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.xlsx"\r\n\r\nPK']
)
def test_an_upload_that_is_cut_off_stores_nothing_and_the_site_lives(site: tuple[Path, int], sent: bytes) -> None:
    folder, port = site
    before = sorted(path for path in folder.rglob("*") if path.is_file() and "sqlite3" not in path.name)
    head = (
        "POST /check/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=b\r\n"
        "Content-Length: 1000\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", port), timeout=30) as cut:
        cut.sendall(head.encode() + sent)
        cut.shutdown(socket.SHUT_WR)
        said = cut.recv(1 << 16)
    assert not said or said.split()[1] in {b"400", b"403"}, said
    assert _get(port, "/")[0] == 200
    assert sorted(path for path in folder.rglob("*") if path.is_file() and "sqlite3" not in path.name) == before


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(SystemExit, match="已被占用"):
            serve(tmp_path, port=other.getsockname()[1])


def test_an_empty_folder_is_not_ready(tmp_path: Path) -> None:
    assert site_ready(tmp_path) is False

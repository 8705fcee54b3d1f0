"""A site in a process of its own for the measurements: granian with one worker, as ``junheng serve`` runs it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 180
"""Seconds a server has to answer for the first time."""

LISTEN = """
import sys
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server
Server(sys.argv[1], address="127.0.0.1", port=int(sys.argv[2]), interface=Interfaces.WSGI, blocking_threads=4,
       log_level=LogLevels.warn).serve()
"""
"""One worker with the four threads of ``junheng.web.serve``."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment(site: Path, more: Mapping[str, str]) -> dict[str, str]:
    """What a server of the measurements is told: no limit of requests, no log."""
    return {
        **os.environ,
        "JUNHENG_VAR": str(site),
        "JUNHENG_SECRET_KEY": "bench",
        "JUNHENG_API_ADDRESS_RATE": "0",
        "PYTHONPATH": os.pathsep.join((str(ROOT / "bench"), str(ROOT))),
        **more,
    }


@contextmanager
def served(site: Path, application: str = "junheng.web.wsgi:application", **more: str) -> Iterator[int]:
    """The port of a running server of a WSGI application over the folder of a site; stopped at the end."""
    port = free_port()
    command = [sys.executable, "-c", LISTEN, application, str(port)]
    server = subprocess.Popen(command, env=environment(site, more))  # noqa: S603
    try:
        _wait(server, port)
        yield port
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait(server: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("the server did not start")

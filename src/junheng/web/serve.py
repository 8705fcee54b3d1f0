"""Serve the site from a folder: migrate, say where it is, run a server and a worker until they are stopped."""

import fcntl
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from junheng.web.secret import bring_secret_key

DATABASE = "junheng.sqlite3"
SETTINGS = "junheng.web.settings.base"
PATIENCE = 10
"""Seconds a worker has to finish its piece of work when the server stops; afterwards it is cut off and begun again."""


def prepare(site: Path) -> None:
    """Set Django up over the folder ``site`` and bring its database up to date. Harmless to repeat.

    Processes that start at once on one folder migrate one after the other.
    """
    os.environ["JUNHENG_VAR"] = str(site.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    bring_secret_key(site)
    import django
    from django.core.management import call_command

    django.setup()
    with _one_at_a_time(site / "migrate.lock"):
        call_command("migrate", verbosity=0, interactive=False)


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="ascii") as file:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX)
        yield


def site_ready(site: Path) -> bool:
    """Whether there is a site in the folder: something published, or organisations that will report."""
    if not os.environ.get("DATABASE_URL") and not (site / DATABASE).is_file():
        return False
    prepare(site)
    from junheng.web.accounts.models import Organisation
    from junheng.web.portal.models import Edition

    return Edition.objects.exists() or Organisation.objects.everything("whether there are any").exists()


def taken(host: str, port: int) -> bool:
    """Whether another program listens there."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0


@contextmanager
def worker_beside(site: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A worker in a process of its own, begun afresh: forked, it would hang on the threads of the table engine.

    It ends with this process, even when this process is killed.
    """
    command = [sys.executable, "-m", "junheng.cli", "worker", "--site", str(site), "--parent", str(os.getpid())]
    worker = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603
    try:
        yield worker
    finally:
        worker.terminate()
        try:
            worker.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()


def serve(site: Path, host: str = "127.0.0.1", port: int = 8000, *, worker: bool = True) -> None:
    """Serve what is published in the folder until interrupted. Other hosts than this machine need ``JUNHENG_HOSTS``."""
    if taken(host, port):
        raise SystemExit(f"端口 {port} 已被占用，请换一个 / port {port} is taken: choose another with --port")
    prepare(site)
    sys.stdout.write(f"junheng 均衡: http://{host}:{port}/  (Ctrl+C 停止 / stops)\n")
    sys.stdout.flush()
    if not worker:
        _listen(host, port)
        return
    with worker_beside(site):
        _listen(host, port)


def _listen(host: str, port: int) -> None:
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    server = Server(
        "junheng.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=4,
        log_level=LogLevels.warn,
    )
    server.serve()

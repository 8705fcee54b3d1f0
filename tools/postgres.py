"""A throw-away PostgreSQL server: ``python tools/postgres.py COMMAND …`` runs the command with ``DATABASE_URL`` set.

The cluster lives in a temporary folder, listens on this machine alone, trusts whoever connects, gives up safety against
power loss for speed, and is gone when the command ends. Without a command it runs until interrupted and says where it
is. The server refuses to run as root: then the user ``postgres`` runs it.
"""

import getpass
import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

FOLDERS = Path("/usr/lib/postgresql")
"""Where Debian keeps its versions."""
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=50"
DATABASE = "junheng"


def programs() -> Path | None:
    """The folder of ``initdb`` and ``pg_ctl``: the newest of Debian's, else that on the path."""
    for folder in sorted(FOLDERS.glob("*/bin"), key=lambda one: int(one.parent.name.partition(".")[0]), reverse=True):
        if (folder / "initdb").is_file():
            return folder
    found = shutil.which("initdb")
    return Path(found).parent if found else None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _run(command: Sequence[str]) -> None:
    """As the user that may run a server; what it says is told only when it fails."""
    if os.geteuid() == 0:
        command = ["su", "postgres", "-c", shlex.join(command)]
    done = subprocess.run(  # noqa: S603
        command, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        raise SystemExit(f"postgresql: {shlex.join(command)}\n{done.stdout.decode(errors='replace')}")


@contextmanager
def server() -> Iterator[str]:
    """The address of a running server with an empty database."""
    found = programs()
    if found is None:
        raise SystemExit("没有 PostgreSQL / there is no PostgreSQL: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="junheng-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    owner = "postgres" if os.geteuid() == 0 else getpass.getuser()
    port, data = free_port(), str(folder / "data")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} {QUICK}"
    try:
        _run([str(found / "initdb"), "-D", data, "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-N"])
        _run([str(found / "pg_ctl"), "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start"])
        try:
            _run([str(found / "createdb"), "-h", str(folder), "-p", str(port), DATABASE])
            yield f"postgres://{owner}@127.0.0.1:{port}/{DATABASE}"
        finally:
            _run([str(found / "pg_ctl"), "-D", data, "-m", "immediate", "-w", "stop"])
    finally:
        shutil.rmtree(folder)


def main(command: Sequence[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # the server must not outlive this
    with server() as address:
        if not command:
            sys.stdout.write(f"DATABASE_URL={address}\n")
            sys.stdout.flush()
            try:
                signal.pause()
            except KeyboardInterrupt:
                return 0
        environment = {**os.environ, "DATABASE_URL": address}
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

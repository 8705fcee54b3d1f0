"""A site of a test's own in another process, for as long as a browser looks at it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from junheng.web.serve import taken
from tests.web.site import free_port

STARTING = 240.0


@contextmanager
def running_site(module: str, folder: Path) -> Iterator[str]:
    """The address of the site that ``python -m MODULE FOLDER PORT`` furnishes and serves."""
    port = free_port()
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO_", "JUNHENG_"))}
    running = subprocess.Popen([sys.executable, "-m", module, str(folder), str(port)], env=environment)  # noqa: S603
    try:
        end = time.monotonic() + STARTING
        while not taken("127.0.0.1", port):
            assert running.poll() is None
            assert time.monotonic() < end, "the site did not start"
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(30)

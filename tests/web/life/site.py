"""The town's site in a folder: ``python -m tests.web.life.site FOLDER`` plants it, ``junheng serve`` serves it."""

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

STARTING = 180.0


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Plant the town and serve it with its worker; gives the address."""
    port, environment = free_port(), own_environment()
    subprocess.run([sys.executable, "-m", "tests.web.life.site", str(folder)], env=environment, check=True)  # noqa: S603
    command = [sys.executable, "-m", "junheng.cli", "serve", "--site", str(folder), "--port", str(port)]
    with subprocess.Popen(command, env=environment) as running:  # noqa: S603
        end = time.monotonic() + STARTING
        while not taken("127.0.0.1", port):
            assert time.monotonic() < end, "the site did not start"
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
        running.send_signal(signal.SIGINT)
        running.wait(30)


def own_environment() -> dict[str, str]:
    """Nothing of the tests' own settings; one-time passwords only for those who have set them up."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO_", "JUNHENG_"))}
    return {**kept, "JUNHENG_SECOND_FACTOR": "0"}


def main(folder: Path) -> None:
    from junheng.web.serve import prepare

    folder.mkdir(parents=True, exist_ok=True)
    prepare(folder)
    from tests.web.life.town import plant

    plant()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

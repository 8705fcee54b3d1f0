"""A running site for the tests that need one: ``python -m tests.web.site FOLDER PORT`` publishes and serves."""

import socket
import sys
from pathlib import Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def main(folder: Path, port: int) -> None:
    """Publish an invented city of two years and serve it until stopped."""
    from junheng.web.publishing import publish
    from junheng.web.serve import serve
    from tests.web.factories import geometry, large_city

    verdicts = large_city(years=(2024, 2025), schools=30)
    publish(
        folder,
        verdicts,
        snapshots={one.year: folder / "nowhere" for one in verdicts},
        geometry=geometry(),
        synthetic=True,
    )
    serve(folder, port=port)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

"""Reading what was printed, with poppler's tools."""

import subprocess
from pathlib import Path


def fonts(path: Path) -> list[list[str]]:
    """The lines of ``pdffonts`` split into words: name, type…, encoding, emb, sub, uni."""
    lines = _run("pdffonts", path).splitlines()[2:]
    return [line.split() for line in lines]


def words(path: Path) -> str:
    """All text of a PDF without white space."""
    return "".join(_run("pdftotext", "-layout", path, "-").split())


def info(path: Path) -> str:
    return _run("pdfinfo", path)


def _run(*command: object) -> str:
    held = [str(one) for one in command]
    return subprocess.run(held, capture_output=True, text=True, check=True).stdout  # noqa: S603

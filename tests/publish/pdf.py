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


def structure(path: Path) -> str:
    """The tags a screen reader follows."""
    return _run("pdfinfo", "-struct", path)


def structured(path: Path) -> str:
    """The same with the words under each tag."""
    return _run("pdfinfo", "-struct-text", path)


def pages(path: Path) -> list[str]:
    """The text of each page without white space."""
    return ["".join(page.split()) for page in _run("pdftotext", "-layout", path, "-").split("\f")[:-1]]


def _run(*command: object) -> str:
    held = [str(one) for one in command]
    printed = subprocess.run(held, capture_output=True, check=True).stdout  # noqa: S603
    return printed.decode("utf-8", errors="replace")

"""Machine code from plain loops: the one place that knows numba, with types kept for who calls."""

import hashlib
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import numba

P = ParamSpec("P")
R = TypeVar("R")

SOURCES = Path(__file__).parent
KEPT = SOURCES / "__pycache__" / "compiled"
STALE = 24 * 3600
"""Seconds after which the machine code of another state is removed: by then nobody runs it."""


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The function compiled on its first call and kept on disk; it sees numbers and arrays only.

    Floating-point sums keep their order (no ``fastmath``): the same input gives the same bits.
    """
    made: Callable[P, R] = numba.njit(cache=True, nogil=True)(function)
    return made


def digest(folder: Path) -> str:
    """Of every source file below a folder, with its name."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        found.update(f"{path.relative_to(folder)}\0".encode())
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def keep_by_sources() -> None:
    """Keep machine code by the state of all sources of the package.

    The library looks at the file of a function alone, so code that calls into a file that changed would be used again
    as it was. What belongs to a state of some days ago is removed. Where the package cannot be written, nothing is
    arranged.
    """
    if not os.access(SOURCES, os.W_OK):
        return
    here = KEPT / digest(SOURCES)
    here.mkdir(parents=True, exist_ok=True)
    for old in KEPT.iterdir():
        if old != here and time.time() - old.stat().st_mtime > STALE:
            shutil.rmtree(old, ignore_errors=True)
    numba.config.CACHE_DIR = str(here)  # type: ignore[attr-defined]


keep_by_sources()

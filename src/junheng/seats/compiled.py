"""Machine code from plain loops: the one place that knows numba, with types kept for who calls.

The library takes seconds to load, and most processes that know of a loop never run it: it is loaded when the first loop
is called.
"""

import hashlib
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable
from functools import cache, update_wrapper
from pathlib import Path
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

SOURCES = Path(__file__).parent
KEPT = SOURCES / "__pycache__" / "compiled"
STALE = 24 * 3600
"""Seconds after which the machine code of another state is removed: by then nobody runs it."""
_ONE_AT_A_TIME = threading.RLock()


class Compiled(Generic[P, R]):
    """A loop that becomes machine code on its first call, and with it every loop that it calls."""

    def __init__(self, function: Callable[P, R], *, within: bool) -> None:
        self.function, self.within = function, within
        self._made: Callable[P, R] | None = None
        update_wrapper(self, function)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        return (self._made or self.made())(*args, **kwargs)

    def made(self) -> Callable[P, R]:
        """The library's own object for the loop; its module then holds such objects for the loops that it names."""
        with _ONE_AT_A_TIME:
            if self._made is None:
                there = vars(sys.modules[self.function.__module__])
                for name in self.function.__code__.co_names:
                    if isinstance(there.get(name), Compiled):
                        there[name] = there[name].made()
                options = {"forceinline": self.within, "_nrt": not self.within}
                self._made = _library().njit(cache=True, nogil=True, **options)(self.function)
            return self._made


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The function compiled on its first call and kept on disk; it sees numbers and arrays only.

    Floating-point sums keep their order (no ``fastmath``): the same input gives the same bits.
    """
    return Compiled(function, within=False)


def compiled_within(function: Callable[P, R]) -> Callable[P, R]:
    """The same for a step of a loop that makes no array: its machine code stands within that of its callers.

    A call hands over every array of its records, and each use of an array counts who else holds it, at once for all
    cores; both cost more than many a step. Such a step does neither: its arrays are the caller's.
    """
    return Compiled(function, within=True)


@cache
def _library() -> Any:
    import numba

    keep_by_sources()
    return numba


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
    import numba

    if not os.access(SOURCES, os.W_OK):
        return
    here = KEPT / digest(SOURCES)
    here.mkdir(parents=True, exist_ok=True)
    for old in KEPT.iterdir():
        if old != here and time.time() - old.stat().st_mtime > STALE:
            shutil.rmtree(old, ignore_errors=True)
    numba.config.CACHE_DIR = str(here)  # type: ignore[attr-defined]

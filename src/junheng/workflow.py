"""The whole way: reported workbooks → checked facts → frozen snapshot → verdict → forms, report and pages.

The packages do the work; this module only walks them in order, for the command line.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from junheng.policy import Standard


class Step(Protocol):
    """Told how many pieces of one step are done."""

    def __call__(self, done: int, total: int) -> None: ...


Steps = Callable[[str], Step]
"""Begins a named step of long work."""

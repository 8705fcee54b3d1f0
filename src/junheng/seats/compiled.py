"""Machine code from plain loops: the one place that knows numba, with types kept for who calls."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from numba import njit

P = ParamSpec("P")
R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The function compiled on its first call and kept on disk beside its source; it sees numbers and arrays only.

    Floating-point sums keep their order (no ``fastmath``): the same input gives the same bits.
    """
    made: Callable[P, R] = njit(cache=True, nogil=True)(function)
    return made

"""Seeded dice inside compiled loops: xorshift64* (Vigna 2016), its state in an array the caller holds."""

import numpy as np
from numpy.typing import NDArray

from junheng.seats.compiled import compiled_within

State = NDArray[np.uint64]


def dice(seed: int) -> State:
    """A state for ``seed``; neighbouring seeds start far apart."""
    return np.random.default_rng(seed).integers(1, 2**63, size=1, dtype=np.uint64)


@compiled_within
def unit(state: State) -> float:
    """The next number in [0, 1)."""
    s = state[0]
    s ^= s >> np.uint64(12)
    s ^= s << np.uint64(25)
    s ^= s >> np.uint64(27)
    state[0] = s
    return float((s * np.uint64(2685821657736338717)) >> np.uint64(11)) * 1.1102230246251565e-16


@compiled_within
def below(state: State, count: int) -> int:
    """A whole number in 0 … count − 1."""
    return int(unit(state) * count)

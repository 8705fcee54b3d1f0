"""How much each school adds to a dispersion: its exact share of the variance."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum


@dataclass(frozen=True, slots=True)
class Weighing:
    """One school in a dispersion. ``share`` is ``(wᵢ/W)(xᵢ−X̄)²/S²``; the shares of a county sum to 1."""

    code: str
    name: str
    value: float
    weight: float
    share: float


def weighings(
    codes: Sequence[str], names: Sequence[str], values: Sequence[float], weights: Sequence[float], mean: float
) -> tuple[Weighing, ...]:
    """The schools of one county section, the one that weighs most first; all shares are zero when all are equal."""
    parts = [weight * (value - mean) ** 2 for value, weight in zip(values, weights, strict=True)]
    whole = fsum(parts)
    found = [
        Weighing(code, name, value, weight, part / whole if whole > 0 else 0.0)
        for code, name, value, weight, part in zip(codes, names, values, weights, parts, strict=True)
    ]
    return tuple(sorted(found, key=lambda one: (-one.share, one.code)))

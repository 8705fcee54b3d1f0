"""Named dice: every draw of the synthetic city comes from its own seeded generator, whatever else was drawn before."""

from collections.abc import Mapping, Sequence
from random import Random

import numpy as np

from junheng.facts.remainders import proportional


def dice(*key: object) -> Random:
    """A generator that depends on the key alone; the same key gives the same draws on every machine."""
    return Random("/".join(map(str, key)))  # noqa: S311 - a synthetic city needs repeatable draws, not secret ones


def pick(rng: Random, weights: Mapping[str, float]) -> str:
    """One of the names, by weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


def shares_out(total: int, weights: Sequence[float], caps: Sequence[int] | None = None) -> list[int]:
    """Whole numbers that add up to ``total`` in proportion to the weights (largest remainders), none above its cap.

    What a cap cuts off goes to the others; a total above the sum of the caps raises ``ValueError``.
    """
    shares = _proportional(total, weights)
    if caps is None:
        return shares
    if total > sum(caps):
        raise ValueError(f"{total} do not fit under caps that add up to {sum(caps)}")
    while over := sum(max(0, share - cap) for share, cap in zip(shares, caps, strict=True)):
        shares = [min(share, cap) for share, cap in zip(shares, caps, strict=True)]
        room = [weight if share < cap else 0.0 for share, cap, weight in zip(shares, caps, weights, strict=True)]
        shares = [share + more for share, more in zip(shares, _proportional(over, room), strict=True)]
    return shares


def _proportional(total: int, weights: Sequence[float]) -> list[int]:
    shares: list[int] = proportional(total, np.array(weights, np.float64)).tolist()
    return shares

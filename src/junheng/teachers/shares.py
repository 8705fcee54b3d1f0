"""Whole shares of a whole total: posts, training places, the fen of a pool."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor

Weight = float | Decimal | Fraction


def largest_remainder(total: int, weights: Sequence[Weight], least: int = 0) -> list[int]:
    """Whole shares of a total by weight (Hamilton): each is its quota rounded down or up, the largest remainders up.

    Args:
        total: what is shared, at least 0.
        weights: none below 0; the arithmetic is exact.
        least: nobody with a weight gets fewer; who would is given this many, and the rest is shared by the others.

    Of equal remainders the earlier goes first; nothing is shared where all weights are 0. Nobody's share falls when
    the own weight alone rises.

    Raises:
        ValueError: the total is not enough for the least of everybody.
    """
    exact = [Fraction(one) for one in weights]
    sharing = [at for at, one in enumerate(exact) if one]
    if least * len(sharing) > total:
        raise ValueError(f"{least} × {len(sharing)} > {total}")
    shares = [0] * len(exact)
    while True:
        rest = total - least * (sum(map(bool, exact)) - len(sharing))
        whole = sum((exact[at] for at in sharing), Fraction(0))
        below = [at for at in sharing if rest * exact[at] < least * whole]
        if not below:
            break
        sharing = [at for at in sharing if at not in set(below)]
        for at in below:
            shares[at] = least
    quotas = {at: rest * exact[at] / whole for at in sharing}
    for at, quota in quotas.items():
        shares[at] = floor(quota)
    left = rest - sum(floor(one) for one in quotas.values()) if sharing else 0
    for at in sorted(sharing, key=lambda one: floor(quotas[one]) - quotas[one])[:left]:
        shares[at] += 1
    return shares

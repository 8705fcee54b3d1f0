"""One pool shared by several things that count, to the fen."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from junheng.teachers.shares import largest_remainder

Bases = Mapping[str, Sequence[float]]
FEN = Decimal("0.01")


def share_out(fen: int, bases: Bases, shares: Mapping[str, Fraction]) -> dict[str, list[int]]:
    """Fen of each person by part.

    Args:
        fen: the pool.
        bases: what each part goes by, of every person.
        shares: of the parts.

    The pool is first divided by the shares, then each part by its bases, both by largest remainders.
    The share of a part that goes to nobody goes to the others in proportion; where no part goes to anybody nothing is
    shared out. Nobody gets less when the own base alone rises in a part that goes to somebody.
    """
    used = {part: share for part, share in shares.items() if any(bases[part])}
    amounts = largest_remainder(fen, list(used.values()))
    return {part: largest_remainder(amount, _exact(bases[part])) for part, amount in zip(used, amounts, strict=True)}


def _exact(bases: Sequence[float]) -> list[Fraction]:
    return [Fraction(str(one)) for one in bases]


def total(parts: Mapping[str, Sequence[int]], persons: int) -> list[int]:
    """Fen of each person."""
    return [sum(part[at] for part in parts.values()) for at in range(persons)]


def yuan(fen: int) -> Decimal:
    """An amount as officials write it."""
    return fen * FEN

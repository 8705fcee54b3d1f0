"""What each share of a pool does: beside the same pool without it."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from junheng.teachers.pay.share_out import Bases, share_out, total


@dataclass(frozen=True, slots=True)
class RuleCost:
    """``moved``: fen that go to others than without the rule; ``gain``: of those whom it names, fen more in all."""

    part: str
    persons: int
    moved: int
    gain: int


def rule_costs(fen: int, bases: Bases, shares: Mapping[str, Fraction]) -> list[RuleCost]:
    """The cost of each part of one pool; a part that is all of it has nothing to be held against."""
    persons = len(next(iter(bases.values())))
    paid = total(share_out(fen, bases, shares), persons)
    found = []
    for part in shares:
        rest = {other: share for other, share in shares.items() if other != part}
        if not any(any(bases[other]) for other in rest):
            continue
        without = total(share_out(fen, bases, rest), persons)
        more = [one - other for one, other in zip(paid, without, strict=True)]
        named = [change for change, base in zip(more, bases[part], strict=True) if base]
        found.append(RuleCost(part, len(named), sum(one for one in more if one > 0), sum(named)))
    return found

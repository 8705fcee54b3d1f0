"""A county's posts shared out anew within their total: solved, shown, and put forward as a decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from junheng.teachers.establishment.allot import allot
from junheng.web.kit.refusal import Refusal
from junheng.web.posts.ledger import POOL
from junheng.web.posts.opened import County
from junheng.web.posts.standing import School


@dataclass(frozen=True, slots=True)
class Proposal:
    """``shares`` by school; ``pool`` what is left with the county; ``lines`` what changes."""

    schools: list[School]
    shares: Mapping[str, int]
    pool: int
    lines: list[dict[str, Any]]

    @property
    def moved(self) -> int:
        """Posts that change hands."""
        return sum(max(one["posts"], 0) for one in self.lines)

    @property
    def lacking(self) -> tuple[int, int]:
        """Posts lacking in schools that lack some, before and after."""
        before = sum(max(one.lacking or 0, 0) for one in self.schools)
        return before, sum(max(one.need - self.shares[one.code], 0) for one in self.schools)


def proposal(county: County, *, keep: bool) -> Proposal:
    """The posts of the county's schools and its pool shared by need; ``keep``: nobody on a post loses it.

    Raises:
        Refusal: posts are not authorised, or not of every school.
    """
    ledger = county.ledger
    if ledger is None:
        raise Refusal("还没有登记核定编制。", "The authorised posts are not registered yet.")
    unknown = [one.name for one in county.schools if one.posts is None]
    if unknown:
        raise Refusal(
            f"这些学校没有核定编制，不能分配：{'、'.join(unknown)}",
            f"These schools have no authorised posts, so nothing is shared: {', '.join(unknown)}",
        )
    schools = county.schools
    posts = {one.code: one.posts or 0 for one in schools}
    total = sum(posts.values()) + ledger.pool
    floors = [min(one.staff or 0, posts[one.code]) if keep else 0 for one in schools]
    tilt = 1 + Fraction(county.norms.tilt or 0) / 100
    weights = [one.need * (tilt if one.small else 1) for one in schools]
    found = allot(total, [one.need for one in schools], floors, weights)
    shares = {one.code: share for one, share in zip(schools, found, strict=True)}
    changes = {code: share - posts[code] for code, share in shares.items()}
    changes[POOL] = total - sum(found) - ledger.pool
    lines = [{"school": code, "posts": more, "staff": 0} for code, more in changes.items() if more]
    return Proposal(schools, shares, total - sum(found), lines)

"""The posts of a county as a ledger: authorised posts, then decisions that move them; the total never changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from junheng.policy.text import Text

POOL = ""
"""The county's own account: posts that no school is allotted (县统筹)."""
Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Account:
    """``posts`` allotted; ``staff`` on them, None where nobody said so."""

    posts: int
    staff: int | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """What every school has, by code, and the pool under ``POOL``; empty before posts are authorised."""

    accounts: Mapping[str, Account]

    @property
    def total(self) -> int:
        """Posts of the county."""
        return sum(one.posts for one in self.accounts.values())

    @property
    def pool(self) -> int:
        return self.accounts[POOL].posts if POOL in self.accounts else 0


class UnbalancedError(Exception):
    """Lines that no ledger takes; ``faults`` are all of them."""

    def __init__(self, faults: Sequence[Text]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(one.en for one in faults))


def authorised(lines: Iterable[Line]) -> Ledger:
    """The ledger that begins with these lines."""
    held = {one["school"]: Account(one["posts"], one["staff"]) for one in lines}
    return Ledger({POOL: Account(0, 0), **held})


def moved(held: Ledger, lines: Sequence[Line]) -> Ledger:
    """The ledger after the lines of a decision are added.

    Raises:
        UnbalancedError: posts or people appear or vanish, a school would have fewer than none, or is not in it.
    """
    faults = [*_sums(lines), *_short(held, lines)]
    if faults:
        raise UnbalancedError(faults)
    accounts = dict(held.accounts)
    for one in lines:
        before = accounts[one["school"]]
        staff = None if before.staff is None else before.staff + one["staff"]
        accounts[one["school"]] = Account(before.posts + one["posts"], staff)
    return Ledger(accounts)


def opposite(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """The lines that take these back."""
    return [{"school": one["school"], "posts": -one["posts"], "staff": -one["staff"]} for one in lines]


def _sums(lines: Sequence[Line]) -> Iterable[Text]:
    posts, staff = (sum(one[name] for one in lines) for name in ("posts", "staff"))
    if posts:
        yield Text(
            f"编制合计多出 {posts:+}，区县总量不能变", f"posts add up to {posts:+}: the county's total must not change"
        )
    if staff:
        yield Text(f"人员合计多出 {staff:+}，调出与调入应相等", f"people add up to {staff:+}: as many leave as come")


def _short(held: Ledger, lines: Sequence[Line]) -> Iterable[Text]:
    if len({one["school"] for one in lines}) < len(lines):
        yield Text("同一学校写了两行", "a school is named twice")
    for one in lines:
        before = held.accounts.get(one["school"])
        name = one["school"] or "—"
        if before is None:
            yield Text(f"{name} 没有核定编制", f"{name} has no authorised posts")
            continue
        if before.posts + one["posts"] < 0:
            yield Text(
                f"{name} 现有编制 {before.posts}，不够收回 {-one['posts']}",
                f"{name} has {before.posts} posts, {-one['posts']} cannot be taken",
            )
        if one["staff"] and before.staff is None:
            yield Text(f"{name} 没有填在编人数，不能调人", f"{name} has not said how many are on posts")
        elif before.staff is not None and before.staff + one["staff"] < 0:
            yield Text(
                f"{name} 在编 {before.staff} 人，不够调出 {-one['staff']} 人",
                f"{name} has {before.staff} people, {-one['staff']} cannot leave",
            )

"""The form of people who change schools, read strictly."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from junheng.policy.text import Text
from junheng.web.posts.ledger import POOL
from junheng.web.posts.models import DecisionKind

POOL_SAID = "县统筹"
"""How a form names the county's pool."""
ROWS = 8
"""Rows of the form."""
LAST_ROUND = 20
MOST = 10_000
KINDS = (DecisionKind.COMPETITION, DecisionKind.ARRANGEMENT)


@dataclass(slots=True)
class Moves:
    """Lines of a ledger, the kind and round of a decision, and every fault."""

    kind: DecisionKind
    round: int | None = None
    lines: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Text] = field(default_factory=list)


def moves_in(form: Mapping[str, str], names: Mapping[str, str], rows: int = ROWS) -> Moves:
    """What the rows ``from1``, ``to1``, ``staff1``, ``posts1`` and on say.

    Args:
        form: with ``kind`` and, of a competition, ``round``.
        names: of the schools of the county by code; the county's pool is called ``县统筹``.
        rows: how many there are.
    """
    kind = next((one for one in KINDS if one == form.get("kind")), KINDS[0])
    made = Moves(kind)
    if kind == DecisionKind.COMPETITION:
        made.round = _whole(form.get("round", ""), Text("竞聘轮次", "Round"), LAST_ROUND, made)
    sums: dict[str, dict[str, int]] = {}
    for at in range(1, rows + 1):
        row = {name: form.get(f"{name}{at}", "").strip() for name in ("from", "to", "staff", "posts")}
        if any(row.values()):
            _take(at, row, names, sums, made)
    made.lines = [{"school": school, **both} for school, both in sums.items()]
    return made


def _take(
    at: int, row: Mapping[str, str], names: Mapping[str, str], sums: dict[str, dict[str, int]], made: Moves
) -> None:
    ends = [_school(at, row[name], names, made) for name in ("from", "to")]
    title = Text(f"第 {at} 行人数", f"people of row {at}"), Text(f"第 {at} 行编制", f"posts of row {at}")
    staff, posts = (
        _whole(row[name] or "0", one, MOST, made) for name, one in zip(("staff", "posts"), title, strict=True)
    )
    if None in ends or staff is None or posts is None:
        return
    if ends[0] == ends[1]:
        made.faults.append(Text(f"第 {at} 行调出和调入是同一所学校", f"row {at}: from and to are the same school"))
    if staff and POOL in ends:
        made.faults.append(Text(f"第 {at} 行：县统筹只有编制没有人", f"row {at}: the pool has posts and no people"))
    for end, sign in zip(ends, (-1, 1), strict=True):
        held = sums.setdefault(str(end), {"posts": 0, "staff": 0})
        held["posts"] += sign * posts
        held["staff"] += sign * staff


def _school(at: int, said: str, names: Mapping[str, str], made: Moves) -> str | None:
    """The code of a school given by code, name or both."""
    if said in {POOL_SAID, "County pool"}:
        return POOL
    code = said.split(maxsplit=1)[0] if said else ""
    if code in names:
        return code
    named = [one for one, name in names.items() if name == said]
    if len(named) == 1:
        return named[0]
    made.faults.append(Text(f"第 {at} 行：不知道学校“{said}”", f"row {at}: “{said}” is no school of the county"))
    return None


def _whole(said: str, title: Text, most: int, made: Moves) -> int | None:
    if said.strip().isdecimal() and int(said) <= most:
        return int(said)
    made.faults.append(Text(f"{title.zh}应为 0 至 {most:,} 的整数", f"{title.en}: a whole number from 0 to {most:,}"))
    return None

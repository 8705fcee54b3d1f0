"""Whether a plan by several ways keeps every limit, in plain lines that share nothing with how it was found."""

from collections.abc import Sequence

from junheng.balance.remedy.checker import broken
from junheng.balance.remedy.problem import Changes, Floats
from junheng.balance.remedy.ways.levers import Levers

CLOSE = 1e-6


def broken_by(levers: Levers, amounts: Floats, changes: Changes) -> list[str]:
    """What a section's plan breaks; empty when it keeps everything."""
    found = broken(levers.problem, changes)
    for school in range(len(levers.problem.schools)):
        found += _at_school(levers, amounts, changes, school)
    for way, one in enumerate(levers.ways):
        if amounts[:, way].sum() > levers.total[0, way] + CLOSE:
            found.append(f"total {one.means} {one.name}")
    hires = sum(amounts[:, way].sum() for way, one in enumerate(levers.ways) if one.means == "hire")
    if hires > levers.posts_total[0] + CLOSE:
        found.append("total posts")
    return [*found, *_moves(levers, changes)]


def _at_school(levers: Levers, amounts: Floats, changes: Changes, school: int) -> list[str]:
    found, code = [], levers.problem.schools[school]
    for way, one in enumerate(levers.ways):
        amount = amounts[school, way]
        if not levers.least[school, way] - CLOSE <= amount <= levers.most[school, way] + CLOSE:
            found.append(f"{code} {one.means} {one.name}")
        if levers.whole[way] and amount != round(amount):
            found.append(f"{code} {one.means} {one.name} in parts")
    hired = sum(amounts[school, way] for way, one in enumerate(levers.ways) if one.means == "hire")
    if levers.posts is not None and hired > levers.posts[school] + CLOSE:
        found.append(f"{code} posts")
    for at, id_ in enumerate(levers.problem.indicators):
        total = sum(amounts[school, way] * one.counts.get(id_, 0.0) for way, one in enumerate(levers.ways))
        if abs(total - changes.added[school, at]) > CLOSE * max(1.0, total):
            found.append(f"{code} {id_} is not what its ways add")
    return found


def _moves(levers: Levers, changes: Changes) -> list[str]:
    found = []
    for at, id_ in enumerate(levers.problem.indicators):
        mine = changes.moves[:, 0] == at
        if changes.moved[mine].sum() > levers.moving[0, at] + CLOSE:
            found.append(f"total moves {id_}")
        for school, code in enumerate(levers.problem.schools):
            if changes.moved[mine & (changes.moves[:, 1] == school)].sum() > levers.leaving[school, at] + CLOSE:
                found.append(f"{code} moves {id_}")
    return found


def over_county(parts: Sequence[Levers], amounts: Sequence[Floats], changes: Sequence[Changes]) -> list[str]:
    """Limits of the county that its sections break together."""
    found = []
    first = parts[0]
    for way, one in enumerate(first.ways):
        if sum(plan[:, way].sum() for plan in amounts) > first.total[1, way] + CLOSE:
            found.append(f"county {one.means} {one.name}")
    hires = sum(plan[:, way].sum() for plan in amounts for way, one in enumerate(first.ways) if one.means == "hire")
    if hires > first.posts_total[1] + CLOSE:
        found.append("county posts")
    for at, id_ in enumerate(first.problem.indicators):
        if sum(one.moved[one.moves[:, 0] == at].sum() for one in changes) > first.moving[1, at] + CLOSE:
            found.append(f"county moves {id_}")
    return found

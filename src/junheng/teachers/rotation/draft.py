"""A plan that is being edited: what one change would break, and what it would cost, each at once."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from junheng.policy.rotation_rules import RotationRules
from junheng.policy.text import Text
from junheng.teachers.rotation.county import FLAGS, Bools, County, Floats, Ints, ceiling, quota
from junheng.teachers.rotation.spread import Spread, spread

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a change breaks, in words with its numbers."""

    rule: str
    words: Text


@dataclass(frozen=True, slots=True)
class Change:
    """Points that a change adds to each term; below 0 it improves."""

    backbone: float
    degree: float
    shortage: float
    commute: float
    wish: float
    unasked: float

    @property
    def points(self) -> float:
        return self.backbone + self.degree + self.shortage + self.commute + self.wish + self.unasked


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A county with every teacher at ``after`` (T,), and the counts of it."""

    county: County
    rules: RotationRules
    after: Ints
    have: Ints
    flagged: Ints
    spreads: tuple[Spread, ...]
    left: Ints
    come: Ints
    out_most: Floats
    in_most: Floats
    reach: Bools
    fits: Bools
    rank: dict[tuple[int, int], int]
    last: Ints

    @property
    def moved(self) -> Bools:
        """(T,) who moves, heads left out."""
        found: Bools = (self.after != self.county.staff.post) & ~self.county.staff.principal
        return found


def draft(county: County, rules: RotationRules, after: Ints) -> Draft:
    """The plan that puts every teacher at ``after``."""
    staff = county.staff
    moving = np.flatnonzero((after != staff.post) & ~staff.principal)
    size = county.size()
    return Draft(
        county=county,
        rules=rules,
        after=after,
        have=county.have(after),
        flagged=np.stack([county.flagged(at, after) for at in range(len(FLAGS))]),
        spreads=tuple(spread(county, at, getattr(rules.weights, name)) for at, name in enumerate(FLAGS)),
        left=np.bincount(staff.post[moving], minlength=county.posts).astype(np.int64),
        come=np.bincount(after[moving], minlength=county.posts).astype(np.int64),
        out_most=ceiling(rules.out, size),
        in_most=ceiling(rules.into, size),
        reach=county.reach(rules),
        fits=county.fits(),
        rank={(one, to): rank for one, to, rank in staff.wishes.tolist()},
        last=staff.wishing,
    )


def edited(plan: Draft, teacher: int, to: int) -> Draft:
    """The plan with a teacher put at a post."""
    after = plan.after.copy()
    after[teacher] = to
    return draft(plan.county, plan.rules, after)


def check(plan: Draft, teacher: int, to: int) -> tuple[Breach, ...]:
    """Every rule that putting a teacher at a post breaks; the teacher's own post means to stay."""
    return (*_person(plan, teacher, to), *_posts(plan, teacher, to), *_shares(plan, teacher, to))


def _person(plan: Draft, teacher: int, to: int) -> Iterator[Breach]:
    county, rules, staff = plan.county, plan.rules, plan.county.staff
    home = int(staff.post[teacher])
    if to == home:
        return
    if not staff.mobile[teacher]:
        yield Breach("eligible", Text("该教师不符合交流条件或暂不交流", "the teacher is not eligible or is excluded"))
    if county.section[to] != county.section[home]:
        yield Breach("section", Text("学段不一致", "another section"))
    elif county.school[to] == county.school[home]:
        yield Breach("county", Text("是同一所学校", "the same school"))
    elif not np.isfinite(county.km[home, to]):
        yield Breach("cap", Text("两校之间没有路程", "there is no way between the schools"))
    elif not plan.reach[home, to]:
        far = county.km[home, to]
        yield Breach(
            "cap", Text(f"路程 {far:.1f} 公里，超过 {rules.cap:g} 公里", f"{far:.1f} km, more than {rules.cap:g} km")
        )
    if not plan.fits[to, staff.subject[teacher]]:
        yield Breach("subject", Text("该校不需要这个学科", "the school does not need the subject"))
    if rules.child is not None and staff.child[teacher] >= 0:
        far = county.child_km[staff.child[teacher], to]
        if not far <= rules.child:
            yield Breach(
                "child",
                Text(
                    f"距子女就读学校 {far:.1f} 公里，超过 {rules.child:g} 公里",
                    f"{far:.1f} km from the child's school, more than {rules.child:g} km",
                ),
            )
    if rules.couple is not None and staff.partner[teacher] >= 0:
        partner = int(staff.partner[teacher])
        if 1 + int(plan.after[partner] != staff.post[partner]) > rules.couple:
            yield Breach(
                "couple",
                Text(f"夫妻同一年交流超过 {rules.couple:g} 人", f"more than {rules.couple:g} of a couple move"),
            )


def _posts(plan: Draft, teacher: int, to: int) -> Iterator[Breach]:
    """What the schools that the teacher leaves, comes to, or no longer comes to may not."""
    county, staff = plan.county, plan.county.staff
    home, now = int(staff.post[teacher]), int(plan.after[teacher])
    if staff.principal[teacher]:
        if to != now:
            yield Breach(
                "principal",
                Text(
                    "校长只与校长对调，一次只改一人会使一校缺校长",
                    "heads change places with heads; one change leaves a school without",
                ),
            )
        return
    leaving = plan.left[home] + int(now == home) - int(to == home)
    if leaving > plan.out_most[home] and to != home:
        yield Breach(
            "out",
            Text(
                f"原校将交流出 {leaving} 人，上限 {plan.out_most[home]:g} 人",
                f"{leaving} would leave the school, at most {plan.out_most[home]:g} may",
            ),
        )
    coming = plan.come[to] + int(now != to)
    if to != home and coming > plan.in_most[to]:
        yield Breach(
            "into",
            Text(
                f"新校将交流入 {coming} 人，上限 {plan.in_most[to]:g} 人",
                f"{coming} would arrive at the school, at most {plan.in_most[to]:g} may",
            ),
        )


def _shares(plan: Draft, teacher: int, to: int) -> Iterator[Breach]:
    county, rules, staff = plan.county, plan.rules, plan.county.staff
    if staff.principal[teacher]:
        return
    moved = plan.moved
    change = int(to != staff.post[teacher]) - int(moved[teacher])
    movers = int(moved.sum()) + change
    backbone = int((moved & staff.flags[:, 0]).sum()) + change * int(staff.flags[teacher, 0])
    eligible = county.eligible()
    least, most = quota(rules.share, eligible), ceiling(rules.most, np.array([eligible]))[0]
    if movers < least:
        yield Breach(
            "share",
            Text(
                f"交流 {movers} 人，少于 {least} 人（{rules.share:g}%）",
                f"{movers} move, fewer than {least} ({rules.share:g} %)",
            ),
        )
    if movers > most:
        yield Breach("most", Text(f"交流 {movers} 人，多于 {most:g} 人", f"{movers} move, more than {most:g}"))
    if backbone < rules.backbone / 100 * movers - 1e-9:
        yield Breach(
            "backbone_share",
            Text(
                f"交流 {movers} 人中骨干 {backbone} 人，不足 {rules.backbone:g}%",
                f"{backbone} backbone teachers of {movers} who move, below {rules.backbone:g} %",
            ),
        )


def price(plan: Draft, teacher: int, to: int) -> Change:
    """What putting a teacher at a post adds to the objective, everybody else staying where the plan has them."""
    county, staff, weights = plan.county, plan.county.staff, plan.rules.weights
    home, now = int(staff.post[teacher]), int(plan.after[teacher])
    if to == now:
        return Change(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    flags = [_spread(plan, at, now, to) if staff.flags[teacher, at] else 0.0 for at in range(len(FLAGS))]
    short = 0.0
    subject = int(staff.subject[teacher])
    if subject < county.subjects:
        short += float(plan.have[now, subject] <= county.need[now, subject])
        short -= float(plan.have[to, subject] < county.need[to, subject])
    ways = float(county.km[home, to] - county.km[home, now])
    return Change(
        backbone=flags[0],
        degree=flags[1],
        shortage=weights.shortage * short,
        commute=weights.commute * ways,
        wish=weights.wish * (_unmet(plan, teacher, to) - _unmet(plan, teacher, now)),
        unasked=weights.unasked * (_unasked(plan, teacher, to) - _unasked(plan, teacher, now)),
    )


def _spread(plan: Draft, flag: int, now: int, to: int) -> float:
    one = plan.spreads[flag]
    posts = np.array([now, to])
    if not one.judged[posts].all():
        return 0.0
    count = plan.flagged[flag, posts]
    return float(one.step(posts[1:], count[1:])[0] - one.step(posts[:1], count[:1] - 1)[0])


def _unmet(plan: Draft, teacher: int, to: int) -> float:
    if not plan.county.staff.mobile[teacher] or plan.last[teacher] == 0:
        return 0.0
    rank = plan.rank.get((teacher, to))
    return 1.0 if rank is None else (rank - 1) / float(plan.last[teacher])


def _unasked(plan: Draft, teacher: int, to: int) -> int:
    return int(to != plan.county.staff.post[teacher] and (teacher, to) not in plan.rank)

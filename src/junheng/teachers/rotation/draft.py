"""A plan that is being edited: what one change would break, and what it would cost, each at once."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from junheng.policy.rotation_rules import RotationRules
from junheng.policy.text import Text
from junheng.teachers.rotation.county import FLAGS, Bools, County, Floats, Ints, ceiling, quota
from junheng.teachers.rotation.spread import Spread, spread
from junheng.teachers.rotation.terms import Points

NEAR = 1e-9


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a change breaks, in words with its numbers."""

    rule: str
    words: Text


@dataclass(frozen=True, slots=True)
class Change(Points):
    """Points that a change adds to each term; below 0 it improves."""


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A county with every teacher at ``after`` (T,), and the counts of it; ``least`` and ``most`` who may move."""

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
    movers: int
    backbone: int
    least: int
    most: float


def draft(county: County, rules: RotationRules, after: Ints) -> Draft:
    """The plan that puts every teacher at ``after``."""
    staff = county.staff
    moving = np.flatnonzero((after != staff.post) & ~staff.principal)
    size, eligible = county.size(), county.eligible()
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
        movers=moving.size,
        backbone=int(staff.flags[moving, 0].sum()),
        least=quota(rules.share, eligible),
        most=float(ceiling(rules.most, np.array([eligible]))[0]),
    )


def edited(plan: Draft, teacher: int, to: int) -> Draft:
    """The plan with a teacher put at a post."""
    after = plan.after.copy()
    after[teacher] = to
    return draft(plan.county, plan.rules, after)


def check_edit(plan: Draft, teacher: int, to: int) -> tuple[Breach, ...]:
    """Every rule that putting a teacher at a post breaks; the teacher's own post means to stay."""
    found = of_person(plan, teacher, to)
    if plan.county.staff.principal[teacher]:
        return (*found, *_heads(plan, teacher, to))
    return (*found, *_posts(plan, teacher, to), *_shares(plan, teacher, to))


def of_person(plan: Draft, teacher: int, to: int) -> tuple[Breach, ...]:
    """The rules of the person alone: whether the teacher may move, to this post, beside child and partner."""
    if to == plan.county.staff.post[teacher]:
        return ()
    return (*_fit(plan, teacher, to), *_bonds(plan, teacher, to))


def _fit(plan: Draft, teacher: int, to: int) -> Iterator[Breach]:
    """Whether the teacher may move at all, and to this post."""
    county, rules, staff = plan.county, plan.rules, plan.county.staff
    home = int(staff.post[teacher])
    far = float(county.km[home, to])
    if not staff.mobile[teacher]:
        yield Breach("eligible", Text("该教师不符合交流条件或暂不交流", "the teacher is not eligible or is excluded"))
    if county.section[to] != county.section[home]:
        yield Breach("section", Text("学段不一致", "another section"))
    elif county.school[to] == county.school[home]:
        yield Breach("county", Text("是同一所学校", "the same school"))
    elif not np.isfinite(far):
        yield Breach("cap", Text("两校之间没有路程", "there is no way between the schools"))
    elif not plan.reach[home, to]:
        cap = f"{rules.cap:g}"
        yield Breach("cap", Text(f"路程 {far:.1f} 公里，超过 {cap} 公里", f"{far:.1f} km, more than {cap} km"))
    if not plan.fits[to, staff.subject[teacher]]:
        yield Breach("subject", Text("该校不需要这个学科", "the school does not need the subject"))


def _bonds(plan: Draft, teacher: int, to: int) -> Iterator[Breach]:
    """The child's school and the partner."""
    rules, staff = plan.rules, plan.county.staff
    if rules.child is not None and staff.child[teacher] >= 0:
        far = float(plan.county.child_km[staff.child[teacher], to])
        if far > rules.child:
            zh = f"距子女就读学校 {far:.1f} 公里，超过 {rules.child:g} 公里"
            yield Breach("child", Text(zh, f"{far:.1f} km from the child's school, more than {rules.child:g} km"))
    partner = int(staff.partner[teacher])
    if rules.couple is not None and partner >= 0 and 1 + int(plan.after[partner] != staff.post[partner]) > rules.couple:
        zh = f"夫妻同一年交流超过 {rules.couple:g} 人"
        yield Breach("couple", Text(zh, f"more than {rules.couple:g} of a couple move"))


def _heads(plan: Draft, teacher: int, to: int) -> Iterator[Breach]:
    """One head alone cannot move: the others would have to change places."""
    if to != plan.after[teacher]:
        zh = "校长只与校长对调，一次只改一人会使一校缺校长"
        yield Breach("principal", Text(zh, "heads change places with heads; one change leaves a school without"))


def _posts(plan: Draft, teacher: int, to: int) -> Iterator[Breach]:
    """How many leave the school and arrive at the other."""
    home, now = int(plan.county.staff.post[teacher]), int(plan.after[teacher])
    if to == home:
        return
    leaving, most = plan.left[home] + int(now == home), plan.out_most[home]
    if leaving > most:
        zh = f"原校将交流出 {leaving} 人，上限 {most:g} 人"
        yield Breach("out", Text(zh, f"{leaving} would leave the school, at most {most:g} may"))
    coming, most = plan.come[to] + int(now != to), plan.in_most[to]
    if coming > most:
        zh = f"新校将交流入 {coming} 人，上限 {most:g} 人"
        yield Breach("into", Text(zh, f"{coming} would arrive at the school, at most {most:g} may"))


def _shares(plan: Draft, teacher: int, to: int) -> Iterator[Breach]:
    rules, staff = plan.rules, plan.county.staff
    home = staff.post[teacher]
    change = int(to != home) - int(plan.after[teacher] != home)
    movers = plan.movers + change
    backbone = plan.backbone + change * int(staff.flags[teacher, 0])
    if movers < plan.least:
        zh = f"交流 {movers} 人，少于 {plan.least} 人（{rules.share:g}%）"
        yield Breach("share", Text(zh, f"{movers} move, fewer than {plan.least} ({rules.share:g} %)"))
    if movers > plan.most:
        yield Breach(
            "most", Text(f"交流 {movers} 人，多于 {plan.most:g} 人", f"{movers} move, more than {plan.most:g}")
        )
    if backbone < rules.backbone / 100 * movers - NEAR:
        zh = f"交流 {movers} 人中骨干 {backbone} 人，不足 {rules.backbone:g}%"
        en = f"{backbone} backbone teachers of {movers} who move, below {rules.backbone:g} %"
        yield Breach("backbone_share", Text(zh, en))


def price_of_edit(plan: Draft, teacher: int, to: int) -> Change:
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

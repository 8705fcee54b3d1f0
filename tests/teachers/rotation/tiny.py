"""Tiny counties, and the best plan of one by trying every plan."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import numpy as np

from junheng.policy.rotation_rules import RotationRules, rotation_rules
from junheng.teachers.rotation.arrays import with_need
from junheng.teachers.rotation.county import County, Ints, Staff, ceiling, quota
from junheng.teachers.rotation.groups import doors, groups
from junheng.teachers.rotation.terms import terms

DAY = date(2026, 9, 1)
NONE = -1


def rules(**own: float) -> RotationRules:
    """The rules of a day; ``cap=10`` is ``commute.cap``: 10."""
    names = {
        "cap": "commute.cap",
        "out": "out.most",
        "into": "in.most",
        "most": "movers.most",
        "couple": "couple.most",
        "child": "child.km",
        "share": "G11.rotation",
        "backbone": "G11.backbone",
        "years": "eligible.years",
        "principal": "principal.years",
        "allowance": "allowance.month",
    }
    return rotation_rules(DAY, {names.get(one, one): value for one, value in own.items()})


def county(at: Sequence[int], **more: Any) -> County:
    """A county on a street: posts of one section a kilometre apart, teachers at ``at``.

    ``more``: ``subject``, ``backbone``, ``degree``, ``principal``, ``mobile``, ``partner``, ``child`` (a post),
    ``held`` (a post) by teacher, ``wishes`` as rows, ``pupils``, ``section``, ``km``, ``need``, ``school`` by post.
    """
    post = np.array(at, dtype=np.int64)
    many, posts = post.size, len(more.get("pupils", ())) or int(post.max(initial=0)) + 1

    def of(name: str, default: Any, kind: Any) -> Any:
        return np.array(more.get(name, [default] * many), dtype=kind)

    principal = of("principal", False, bool)
    subject = of("subject", 0, np.int64)
    subjects = int(subject.max(initial=0)) + 1
    place = np.arange(posts, dtype=float)
    km = np.array(more.get("km", np.abs(place[:, None] - place)), dtype=float)
    child = of("child", NONE, np.int64)
    has = np.flatnonzero(child >= 0)
    row = np.full(many, NONE, dtype=np.int64)
    row[has] = np.arange(has.size)
    staff = Staff(
        row=np.arange(many),
        post=post,
        subject=np.where(principal, subjects, subject),
        flags=np.column_stack((of("backbone", False, bool), of("degree", False, bool))),
        principal=principal,
        mobile=of("mobile", True, bool),
        years=of("years", 10.0, float),
        partner=of("partner", NONE, np.int64),
        child=row,
        wishes=np.array(more.get("wishes", []), dtype=np.int64).reshape(-1, 3),
        held=of("held", NONE, np.int64),
    )
    need = np.array(more.get("need", np.full((posts, subjects), np.nan)), dtype=float)
    return with_need(
        County(
            code="410101",
            school=np.array(more.get("school", range(posts)), dtype=np.int64),
            section=np.array(more.get("section", [0] * posts), dtype=np.int64),
            pupils=np.array(more.get("pupils", [100] * posts), dtype=float),
            km=km,
            child_km=km[child[has]],
            need=need,
            wanted=np.isfinite(need),
            subjects=subjects,
            staff=staff,
        )
    )


def random_county(seed: int, teachers: int = 6, posts: int = 3) -> County:
    """A county drawn with a seed, small enough to try every plan."""
    dice = np.random.default_rng(seed)
    at = dice.integers(0, posts, teachers)
    wishes = []
    for one in range(teachers):
        others = [post for post in range(posts) if post != at[one]]
        if dice.random() < 0.4:
            chosen = dice.permutation(others)[: dice.integers(1, posts)]
            wishes += [(one, post, rank) for rank, post in enumerate(chosen.tolist(), 1)]
    partner = np.full(teachers, NONE)
    partner[:2] = (1, 0)
    return county(
        at.tolist(),
        subject=dice.integers(0, 2, teachers),
        backbone=dice.random(teachers) < 0.4,
        degree=dice.random(teachers) < 0.5,
        principal=[False] * (teachers - 2) + (dice.random(2) < 0.5).tolist(),
        mobile=dice.random(teachers) < 0.8,
        partner=partner,
        child=np.where(dice.random(teachers) < 0.2, dice.integers(0, posts, teachers), NONE),
        wishes=wishes,
        pupils=dice.integers(50, 500, posts),
        km=np.round(np.abs(dice.uniform(0, 8, posts)[:, None] - dice.uniform(0, 8, posts)), 2) * (1 - np.eye(posts)),
        need=np.where(dice.random((posts, 2)) < 0.3, dice.integers(0, 4, (posts, 2)), np.nan)
        if dice.random() < 0.5
        else np.full((posts, 2), np.nan),
    )


def with_held(of: County, seed: int, many: int = 2) -> County:
    """The same county with a few teachers held at posts drawn with a seed; whoever may not move is held at home."""
    dice = np.random.default_rng(seed)
    chosen = dice.permutation(of.staff.post.size)[:many]
    held = np.full(of.staff.post.size, NONE)
    held[chosen] = np.where(of.staff.mobile[chosen], dice.integers(0, of.posts, many), of.staff.post[chosen])
    return replace(of, staff=replace(of.staff, held=held))


def kept(held: County, law: RotationRules, after: Ints) -> bool:
    """Whether a plan keeps every rule that ties several persons together; single moves are tried within the rules."""
    staff = held.staff
    moved = after != staff.post
    ordinary = moved & ~staff.principal
    eligible, size = held.eligible(), held.size()
    left = np.bincount(staff.post[ordinary], minlength=held.posts)
    come = np.bincount(after[ordinary], minlength=held.posts)
    heads = np.bincount(staff.post[staff.principal], minlength=held.posts)
    couples = [1 + moved[other] for one, other in enumerate(staff.partner) if other >= 0 and moved[one]]
    return bool(
        ordinary.sum() >= quota(law.share, eligible)
        and ordinary.sum() <= ceiling(law.most, np.array([eligible]))[0]
        and staff.flags[ordinary, 0].sum() >= law.backbone / 100 * ordinary.sum() - 1e-9
        and (left <= ceiling(law.out, size)).all()
        and (come <= ceiling(law.into, size)).all()
        and (np.bincount(after[staff.principal], minlength=held.posts) == heads).all()
        and (law.couple is None or all(one <= law.couple for one in couples))
    )


def best(held: County, law: RotationRules) -> float:
    """Points of the best plan by trying all; infinite when none keeps the rules."""
    tied = replace(law, couple=2.0 if law.couple is None else law.couple, child=1e9 if law.child is None else law.child)
    made = groups(held, tied)
    open_ = doors(held, law, groups(held, replace(law, couple=None, child=None)) if law.child is None else made)
    law_groups = groups(held, replace(law, couple=None, child=None)) if law.child is None else made
    choices = []
    for teacher, home in enumerate(held.staff.post.tolist()):
        group = int(law_groups.of[teacher])
        choices.append([home, *(np.flatnonzero(open_[group]).tolist() if group >= 0 else [])])
        if (fixed := int(held.staff.held[teacher])) >= 0:
            choices[-1] = [one for one in choices[-1] if one == fixed]
    found = float("inf")
    for plan in product(*choices):
        after = np.array(plan, dtype=np.int64)
        if kept(held, law, after):
            found = min(found, terms(held, law, after).points)
    return found

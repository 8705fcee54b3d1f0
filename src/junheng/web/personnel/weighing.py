"""Where one teacher could go: for each school the rules it would break in words, its points, its evenness."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from junheng.policy.text import Text
from junheng.teachers.rotation.county import FLAGS
from junheng.teachers.rotation.options import Option, exchanges, options, squared
from junheng.web.personnel.board import Board
from junheng.web.personnel.editing import COUNTED, Exchange
from junheng.web.personnel.listed import TERMS
from junheng.web.personnel.showing import dispersion_words
from junheng.web.portal.words import say


@dataclass(frozen=True, slots=True)
class Place:
    """One school that a teacher could be put at.

    ``barred``: rules that forbid it; ``leaves``: rules over many that it leaves broken; ``points`` it adds, below 0 it
    improves; ``parts``: the terms that change; ``spread``: the dispersions of backbone teachers and degrees then;
    ``other``: the code of the head to change places with, ``who`` their name.
    """

    code: str
    name: str
    home: bool
    km: str
    rank: int
    points: str
    better: bool
    parts: str
    spread: tuple[str, ...]
    barred: tuple[str, ...]
    leaves: tuple[str, ...]
    other: str = ""
    who: str = ""


def places(board: Board, teacher: int, faces: Mapping[str, str]) -> list[Place]:
    """Every school of the teacher's section, or every head to change places with, the allowed and cheapest first."""
    plan = board.editing.plan
    ways = exchanges if plan.county.staff.principal[teacher] else options
    found = sorted(ways(plan, teacher), key=lambda one: (_bars(one), one.change.points))
    return [_place(board, teacher, one, faces) for one in found]


def _bars(one: Option) -> bool:
    return bool(one.theirs) or any(breach.rule not in COUNTED for breach in one.breaches)


def _place(board: Board, teacher: int, one: Option, faces: Mapping[str, str]) -> Place:
    county, ground = board.editing.ground.county, board.editing.ground
    home, points = int(county.staff.post[teacher]), one.change.points
    km = float(county.km[home, one.to])
    other = board.codes[one.other] if one.other >= 0 else ""
    return Place(
        code=ground.school(one.to),
        name=board.school(one.to),
        home=one.to == home,
        km=f"{km:.1f}" if np.isfinite(km) else "—",
        rank=one.rank,
        points=signed(points),
        better=points < 0,
        parts=" · ".join(
            f"{say(TERMS[name])} {signed(value)}" for name in TERMS if round(value := getattr(one.change, name), 2)
        ),
        spread=tuple(dispersion_words(value) for value in one.dispersion),
        barred=tuple(say(words) for words in _barring(one)),
        leaves=tuple(say(breach.words) for breach in one.breaches if breach.rule in COUNTED),
        other=other,
        who=faces.get(other, ""),
    )


def _barring(one: Option) -> tuple[Text, ...]:
    own = tuple(breach for breach in one.breaches if breach.rule not in COUNTED)
    return Exchange(own, one.theirs).words


def signed(points: float) -> str:
    """Points with their sign; a difference too small to show has none."""
    return "0.00" if abs(points) < 0.005 else f"{points:+,.2f}"  # noqa: PLR2004 - what two decimals show


def spread_now(board: Board, teacher: int) -> tuple[str, ...]:
    """The dispersions of the teacher's section as the draft is."""
    plan = board.editing.plan
    section = int(plan.county.section[int(plan.after[teacher])])
    found = (squared(plan, flag, section) for flag in range(len(FLAGS)))
    return tuple(dispersion_words(None if one is None else float(np.sqrt(one))) for one in found)


def facts(board: Board, teacher: int) -> list[tuple[str, str]]:
    """What is to be known of a teacher before moving one, title and words."""
    ground, staff = board.editing.ground, board.editing.ground.county.staff
    row = ground.row(teacher)
    years = row.get("years_at_school")
    wishes = [to for one, to, _rank in staff.wishes.tolist() if one == teacher]
    yes, no = _("是"), _("否")
    found = [
        (_("骨干"), yes if staff.flags[teacher, 0] else no),
        (_("高于规定学历"), yes if staff.flags[teacher, 1] else no),
        (_("在校年数"), "—" if years is None else f"{years:g}"),
        (_("志愿"), "、".join(board.school(to) for to in wishes) or "—"),
    ]
    if staff.partner[teacher] >= 0:
        found.append((_("配偶教师"), board.codes[int(staff.partner[teacher])]))
    if row.get("child_school"):
        found.append((_("子女就读学校"), board.names.get(row["child_school"], row["child_school"])))
    return found

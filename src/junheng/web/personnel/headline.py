"""The numbers of a draft at the head of its editor."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from junheng.teachers.columns import vocabulary
from junheng.teachers.rotation.county import FLAGS, quota
from junheng.teachers.rotation.draft import Draft
from junheng.teachers.rotation.spread import dispersions
from junheng.teachers.rotation.terms import Terms, terms
from junheng.web.personnel.board import Board
from junheng.web.personnel.listed import FLAGS as TITLES
from junheng.web.personnel.showing import dispersion_words
from junheng.web.personnel.weighing import signed
from junheng.web.portal.words import say


@dataclass(frozen=True, slots=True)
class Tile:
    """A number with its words; ``look``: empty, ``worse`` or ``good``."""

    title: str
    value: str
    note: str = ""
    look: str = ""


def tiles(board: Board) -> list[Tile]:
    """Points beside those of the solver, who moves, who is missing."""
    draft, plan = board.draft, board.editing.plan
    counted = terms(plan.county, plan.rules, plan.after)
    needed = quota(plan.rules.backbone, plan.movers)
    changed = counted.points - (draft.objective or 0.0)
    solved = _("求解时 %(points)s，下界 %(bound)s") % {
        "points": f"{draft.objective or 0.0:,.2f}",
        "bound": f"{draft.bound or 0.0:,.2f}",
    }
    return [
        Tile(_("目标值"), f"{counted.points:,.2f}", solved),
        Tile(_("人工修改增减"), signed(changed), _("分，小于 0 为改进"), _turn(changed)),
        Tile(_("交流教师"), f"{plan.movers:,}", _movers(plan), _bad(plan.movers < plan.least)),
        Tile(_("其中骨干"), f"{plan.backbone:,}", _("至少 %(n)d 人") % {"n": needed}, _bad(plan.backbone < needed)),
        Tile(_("学科缺员"), f"{counted.missing:,}", _("平均路程 %(km)s 公里") % {"km": f"{_mean(counted, plan):.1f}"}),
    ]


def _bad(yes: bool) -> str:
    return "worse" if yes else ""


def _turn(points: float) -> str:
    shown = round(points, 2)
    return "worse" if shown > 0 else "good" if shown < 0 else ""


def _movers(plan: Draft) -> str:
    least = _("至少 %(n)d 人") % {"n": plan.least}
    heads = int((plan.after != plan.county.staff.post).sum()) - plan.movers
    return least + ("；" + _("另有校长 %(n)d 人") % {"n": heads} if heads else "")


def _mean(counted: Terms, plan: Draft) -> float:
    return counted.km / max(plan.movers, 1)


@dataclass(frozen=True, slots=True)
class Evenness:
    """The dispersion of one flag in one section, today and in the draft."""

    title: str
    section: str
    today: str
    draft: str
    look: str


def evenness(board: Board) -> list[Evenness]:
    """Backbone teachers and degrees, section by section."""
    county, sections = board.editing.plan.county, list(vocabulary("section").values())
    found = []
    for at, flag in enumerate(FLAGS):
        today, now = dispersions(county, at), dispersions(county, at, board.editing.plan.after)
        for section, before in today.items():
            after = now[section]
            look = "" if before is None or after is None else "met" if after <= before else "not_met"
            said = (dispersion_words(before), dispersion_words(after))
            found.append(Evenness(say(TITLES[flag]), say(sections[section]), *said, look))
    return found

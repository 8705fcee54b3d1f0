"""The numbers of a plan in words: the page and the answers to its script show the very same."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from junheng.seats.zoning.editing import Editing, begin, school_numbers, whole_numbers
from junheng.web.portal.words import say
from junheng.web.workbench import queries
from junheng.web.workbench.dispersions import Spread, spreads
from junheng.web.workbench.drawing import drawing_of
from junheng.web.workbench.editing import land_for
from junheng.web.workbench.land import Land
from junheng.web.workbench.models import ZoneMove, ZonePlan


@dataclass(frozen=True, slots=True)
class Tile:
    """A number with its words; ``look``: empty, ``bad`` or ``good``."""

    id: str
    title: str
    value: str
    note: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A school in the table; ``cells`` in the order of ``columns``."""

    at: int
    name: str
    colour: int
    cells: tuple[str, ...]
    look: str


def columns() -> list[str]:
    """The heads of the cells of a row."""
    return [_("学生"), _("学位"), _("余缺"), _("需要班数"), _("各年级班数"), _("平均距离"), _("转入")]


def metres(value: float | None) -> str:
    return "—" if value is None else _("%(metres)s米") % {"metres": f"{value:,.0f}"}


def percent(value: float | None) -> str:
    return "—" if value is None else f"{100 * value:.1f}%"


def count(value: float) -> str:
    return f"{value:,.0f}"


@lru_cache(maxsize=24)
def today_of(land: Land) -> Editing:
    """Today's map with its numbers; counted once in a process."""
    return begin(land.board)


def tiles(land: Land, editing: Editing) -> list[Tile]:
    """The headline: pupils who change school first."""
    board = land.board
    whole, today = whole_numbers(board, editing.standing), whole_numbers(board, today_of(land).standing)
    share = whole.changing / whole.pupils if whole.pupils else None
    fuller, farther = whole.overfull > today.overfull, (whole.mean_metres or 0) > (today.mean_metres or 0)
    return [
        Tile("changing", _("换校学生"), count(whole.changing), percent(share)),
        Tile("pupils", _("学生"), count(whole.pupils), _left(whole.seats, whole.pupils)),
        Tile("overfull", _("超学位的学校"), count(whole.overfull), _was(count(today.overfull)), _bad(fuller)),
        Tile("mean", _("平均距离"), metres(whole.mean_metres), _was(metres(today.mean_metres)), _bad(farther)),
        Tile("far", _("最远距离"), metres(whole.farthest_metres), _was(metres(today.farthest_metres))),
        Tile("near", _("就近入学"), percent(whole.near_share), _was(percent(today.near_share))),
        Tile("broken", _("不连片的学区"), count(whole.broken), _loose(editing), _bad(whole.broken > 0) or "good"),
    ]


def _bad(yes: bool) -> str:
    return "worse" if yes else ""


def _was(value: str) -> str:
    return _("现行 %(value)s") % {"value": value}


def _left(seats: float, pupils: float) -> str:
    words = _("学位 %(seats)s，余 %(left)s") if seats >= pupils else _("学位 %(seats)s，缺 %(left)s")
    return words % {"seats": count(seats), "left": count(abs(seats - pupils))}


def _loose(editing: Editing) -> str:
    cut = sum(len(piece) for loose in editing.standing.loose for piece in loose)
    return _("%(count)d 个片区被隔开") % {"count": cut} if cut else _("全部连片")


def rows(land: Land, editing: Editing, schools: Iterable[int]) -> list[Row]:
    """Some schools of the plan."""
    drawing = drawing_of(land)
    return [_row(land, editing, at, drawing.colours[at]) for at in schools]


def _row(land: Land, editing: Editing, at: int, colour: int) -> Row:
    one = school_numbers(land.board, editing.standing, at)
    needed = _("%(needed)d（现有%(there)d）") % {"needed": sum(one.classes_needed), "there": round(sum(one.classes))}
    cells = (
        count(one.pupils),
        count(one.seats),
        f"{one.free:+,.0f}",
        needed,
        "·".join(map(str, one.classes_needed)),
        metres(one.mean_metres),
        count(one.arriving),
    )
    look = "broken" if one.cut_off else "over" if one.free < 0 else ""
    return Row(at, land.school_names[at], colour, cells, look)


def spreads_of(plan: ZonePlan, land: Land, editing: Editing) -> list[Spread]:
    """The county's dispersions today and under the plan; empty when the year is not published."""
    reported = queries.reported(plan.base.year, land.county_code, land.section)
    if not reported:
        return []
    more = editing.standing.pupils.sum(axis=1) - today_of(land).standing.pupils.sum(axis=1)
    gained = dict(zip(land.board.schools, more.tolist(), strict=True))
    return spreads(reported, gained, land.section, plan.base.year)


def spread_cells(one: Spread) -> dict[str, str]:
    """One indicator as the page shows it."""
    today, plan = ("—" if value is None else f"{value:.3f}" for value in (one.today, one.plan))
    sign = {"met": "✓", "not_met": "✗"}.get(one.state, "")
    limit = "—" if one.limit is None else f"{one.limit:g}"
    return {
        "id": one.id,
        "title": say(one.title),
        "today": today,
        "plan": plan,
        "limit": limit,
        "look": one.state,
        "sign": sign,
    }


def history(land: Land, moves: Sequence[ZoneMove]) -> list[dict[str, Any]]:
    """Moves in words, newest first; what was undone is marked."""
    return [{"words": _move_words(land, one), "look": _state(one)} for one in moves]


def _state(one: ZoneMove) -> str:
    return "dropped" if one.dropped else "undone" if one.undone else ""


def _move_words(land: Land, one: ZoneMove) -> str:
    first = land.names[land.number[next(iter(one.areas))]]
    words = _("%(area)s等%(count)d个片区 → %(school)s") if len(one.areas) > 1 else _("%(area)s → %(school)s")
    said = words % {
        "area": first,
        "count": len(one.areas),
        "school": land.school_names[land.school_number[one.to_school]],
    }
    when = timezone.localtime(one.at).strftime("%m-%d %H:%M")
    return f"{one.number}. {said}　{one.by.username if one.by else ''} {when}"


def answer(plan: ZonePlan, editing: Editing, *, whole: bool = False) -> dict[str, Any]:
    """What the page's script needs after a change: everything that may look different now.

    Zones of all areas and rows of all schools with ``whole``, else only of the schools that were touched.
    """
    land = land_for(plan)
    moves = queries.moves(plan)
    touched = range(len(land.board.schools)) if whole else editing.touched
    return {
        "revision": plan.revision,
        "zones": editing.plan.tolist(),
        "locked": [land.number[one] for one in plan.locked],
        "loose": [area for loose in editing.standing.loose for piece in loose for area in piece],
        "tiles": [asdict(one) for one in tiles(land, editing)],
        "schools": [asdict(one) for one in rows(land, editing, touched)],
        "spreads": [spread_cells(one) for one in spreads_of(plan, land, editing)],
        "history": history(land, moves),
        "undo": any(not one.undone for one in moves) or queries.last_done(plan) is not None,
        "redo": any(one.undone and not one.dropped for one in moves),
    }

"""The map of a plan as the page draws it, and as its script holds it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from junheng.seats.zoning.editing import Editing
from junheng.web.workbench.drawing import WIDTH, Drawing, drawing_of
from junheng.web.workbench.editing import land_for
from junheng.web.workbench.land import Land
from junheng.web.workbench.models import ZonePlan

ASPECT, LEAST, ROOM = 1.5, 60.0, 1.6
"""A window on the map: width by height, least width, how much wider than what it must hold."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area on the map and in the list; ``look`` holds its classes."""

    at: int
    code: str
    name: str
    path: str
    school: int
    school_name: str
    pupils: int
    colour: str
    changed: bool
    look: str


@dataclass(frozen=True, slots=True)
class Map:
    """``listed``: the areas of the list, those whose name holds the words looked for; ``line``: the zones' borders;
    ``share``: of the resident children that are counted; ``by_road``: how distances are measured."""

    height: float
    areas: tuple[Area, ...]
    listed: tuple[Area, ...]
    schools: tuple[tuple[int, float, float, str, str, str], ...]
    line: str
    share: float
    by_road: bool


def mapped(plan: ZonePlan, editing: Editing, *, find: str = "") -> Map:
    """The whole map."""
    land = land_for(plan)
    drawing = drawing_of(land)
    loose = {area for held in editing.standing.loose for piece in held for area in piece}
    areas = tuple(_area(land, drawing, editing, at, loose) for at in range(len(land.names)))
    wanted = find.strip()
    listed = tuple(one for one in areas if wanted in one.name or wanted in one.school_name or wanted == one.code)
    schools = tuple(
        (at, *drawing.schools[at], drawing.labels[at], land.board.schools[at], land.school_names[at])
        for at in range(len(drawing.schools))
    )
    return Map(drawing.height, areas, listed, schools, border(drawing, editing.plan.tolist()), land.share, land.by_road)


def border(drawing: Drawing, plan: list[int]) -> str:
    """The seams along which one zone ends and another begins."""
    return "".join(path for one, other, path in drawing.seams if plan[one] != plan[other])


def _area(land: Land, drawing: Drawing, editing: Editing, at: int, loose: set[int]) -> Area:
    school = int(editing.plan[at])
    colour, changed = f"z{drawing.colours[school]}", bool(school != land.board.today[at])
    looks = [colour]
    looks += ["changed"] if changed else []
    looks += ["locked"] if at in editing.locked else []
    looks += ["loose"] if at in loose else []
    pupils = int(land.board.pupils[at].sum())
    name = land.school_names[school]
    words = " ".join(looks)
    return Area(
        at, land.board.areas[at], land.names[at], drawing.paths[at], school, name, pupils, colour, changed, words
    )


def data_of(plan: ZonePlan, shown: dict[str, Any], *, draws: bool) -> dict[str, Any]:
    """What the page's script begins with."""
    land = land_for(plan)
    drawing = drawing_of(land)
    return {
        "draws": draws,
        "edit": reverse("zone-edit", args=[plan.pk]),
        "revision": plan.revision,
        "height": drawing.height,
        "areas": list(land.board.areas),
        "names": list(land.names),
        "pupils": land.board.weight.astype(int).tolist(),
        "middles": drawing.middles,
        "seams": drawing.seams,
        "schools": list(land.board.schools),
        "schoolNames": list(land.school_names),
        "colours": drawing.colours,
        "today": land.board.today.tolist(),
        "zones": shown["zones"],
        "locked": shown["locked"],
        "loose": shown["loose"],
        "words": words(),
    }


def words() -> dict[str, str]:
    """The sentences the script says, in the language of the page; ``{0}`` and ``{1}`` are filled in by it."""
    return {
        "selected": _("已选 {0} 个片区，学生 {1} 人"),
        "none": _("未选片区"),
        "target": _("放到：{0}"),
        "moved": _("已调整：{0} 个片区 → {1}"),
        "undone": _("已收回"),
        "redone": _("已重做"),
        "locked": _("已锁定"),
        "unlocked": _("已解锁"),
        "lost": _("没有连上服务器，调整没有保存。请检查网络后再试。"),
        "stale": _("刷新页面"),
        "pupils": _("{0} 人"),
        "isLocked": _("片区已锁定，不能调整"),
    }


@dataclass(frozen=True, slots=True)
class Inset:
    """The neighbourhood of one area: a window on the map and what can be seen in it; ``named`` are its own schools."""

    view: str
    areas: tuple[Area, ...]
    schools: tuple[tuple[int, float, float, str, str, str], ...]
    line: str
    scale: float
    named: frozenset[int]


def around(plan: ZonePlan, whole: Map, at: int) -> Inset:
    """A window around an area that holds its school of today and of the plan."""
    land = land_for(plan)
    drawing = drawing_of(land)
    ends = [drawing.middles[at], drawing.schools[whole.areas[at].school], drawing.schools[int(land.board.today[at])]]
    xs, ys = [one[0] for one in ends], [one[1] for one in ends]
    size = max(max(xs) - min(xs), (max(ys) - min(ys)) * ASPECT, LEAST) * ROOM
    x, y = (min(xs) + max(xs)) / 2 - size / 2, (min(ys) + max(ys)) / 2 - size / ASPECT / 2
    near = {one for one, (a, b) in enumerate(drawing.middles) if _near(a, b, x, y, size)}
    zones = [one.school for one in whole.areas]
    return Inset(
        view=f"{x:.1f} {y:.1f} {size:.1f} {size / ASPECT:.1f}",
        areas=tuple(one for one in whole.areas if one.at in near),
        schools=tuple(one for one in whole.schools if _near(one[1], one[2], x, y, size)),
        line="".join(path for a, b, path in drawing.seams if zones[a] != zones[b] and (a in near or b in near)),
        scale=size / WIDTH,
        named=frozenset({whole.areas[at].school, int(land.board.today[at])}),
    )


def _near(a: float, b: float, x: float, y: float, size: float) -> bool:
    """Whether a point lies in a window, or half a window beside it."""
    return x - size / 2 < a < x + 1.5 * size and y - size / 2 < b < y + 1.5 * size

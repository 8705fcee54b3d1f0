"""The map of a plan as the page draws it, and as its script holds it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from junheng.seats.zoning.editing import Editing
from junheng.web.workbench.drawing import Drawing, drawing_of
from junheng.web.workbench.editing import land_for
from junheng.web.workbench.land import Land
from junheng.web.workbench.models import ZonePlan


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
    look: str


@dataclass(frozen=True, slots=True)
class Map:
    """``listed``: the areas of the list, those whose name holds the words looked for; ``line``: the zones' borders;
    ``share``: of the resident children that are counted."""

    height: float
    areas: tuple[Area, ...]
    listed: tuple[Area, ...]
    schools: tuple[tuple[int, float, float, str, str, str], ...]
    line: str
    share: float


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
    return Map(drawing.height, areas, listed, schools, border(drawing, editing.plan.tolist()), land.share)


def border(drawing: Drawing, plan: list[int]) -> str:
    """The seams along which one zone ends and another begins."""
    return "".join(path for one, other, path in drawing.seams if plan[one] != plan[other])


def _area(land: Land, drawing: Drawing, editing: Editing, at: int, loose: set[int]) -> Area:
    school = int(editing.plan[at])
    looks = [f"z{drawing.colours[school]}"]
    looks += ["changed"] if school != land.board.today[at] else []
    looks += ["locked"] if at in editing.locked else []
    looks += ["loose"] if at in loose else []
    pupils = int(land.board.pupils[at].sum())
    name = land.school_names[school]
    return Area(at, land.board.areas[at], land.names[at], drawing.paths[at], school, name, pupils, " ".join(looks))


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
        "undone": _("已撤销"),
        "redone": _("已重做"),
        "locked": _("已锁定"),
        "unlocked": _("已解锁"),
        "working": _("正在计算……"),
        "lost": _("没有连上服务器，调整没有保存。请检查网络后再试。"),
        "stale": _("刷新页面"),
        "pupils": _("{0} 人"),
        "isLocked": _("片区已锁定，不能调整"),
    }

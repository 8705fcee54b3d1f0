"""What the public sees of a plan: who goes where, what changes for an address, each zone in words.

Counts are rounded to tens, and small ones are not shown: two plans of one county laid side by side must not give away
how many children live in one area. Areas show no counts at all.
"""

from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from junheng.policy.text import Text
from junheng.publish.table import SUPPRESSED, Column, Suppressed, Table
from junheng.seats.zoning.editing import Change, Editing, change, school_numbers, whole_numbers
from junheng.seats.zoning.shapes.describe import WINDS, sides
from junheng.web.portal.small_cells import disclosure_rules
from junheng.web.workbench import queries
from junheng.web.workbench.editing import land_for, opened
from junheng.web.workbench.land import Floats, Land
from junheng.web.workbench.models import ZonePlan

ROUND = 10
"""Public counts are multiples of it."""
FOUND = 40
"""Addresses listed of a search."""


def public_count(value: float, smallest: int) -> int | Suppressed:
    """A count as the public sees it: rounded to tens, not shown up to ``smallest``."""
    if 0 < value <= smallest:
        return SUPPRESSED
    return int(round(value / ROUND) * ROUND)


def opened_plan(plan_id: int) -> tuple[ZonePlan, Land, Editing]:
    """A plan that is put before the public, with its numbers; Http404 when there is none."""
    held = queries.public_plan(plan_id)
    return held, land_for(held), opened(held)


@dataclass(frozen=True, slots=True)
class Headline:
    """``changing``: pupils who get another school; ``areas``: that change, of ``of``."""

    changing: int | Suppressed
    areas: int
    of: int


def headline(plan: ZonePlan, land: Land, editing: Editing) -> Headline:
    whole = whole_numbers(land.board, editing.standing)
    smallest = disclosure_rules(plan.base.year).small_count
    areas = int((editing.plan != land.board.today).sum())
    return Headline(public_count(whole.changing, smallest), areas, len(land.names))


@dataclass(frozen=True, slots=True)
class Address:
    """One area and what the plan means for it; distances in metres, None when not known."""

    at: int
    code: str
    name: str
    school_today: str
    school: str
    metres_today: float | None
    metres: float | None

    @property
    def changes(self) -> bool:
        return self.school_today != self.school


def address(land: Land, editing: Editing, code: str) -> Address | None:
    """What changes for whoever lives in an area; None when there is no such area."""
    at = land.number.get(code)
    return None if at is None else _address(land, change(land.board, editing.plan, at))


def _address(land: Land, one: Change) -> Address:
    at = land.number[one.area]
    today, now = (land.school_names[land.school_number[code]] for code in (one.school_today, one.school))
    return Address(at, one.area, land.names[at], today, now, one.metres_today, one.metres)


def addresses(land: Land, editing: Editing, words: str) -> list[Address]:
    """The areas whose name holds some words, or whose school of today or tomorrow does."""
    wanted = words.strip()
    if not wanted:
        return []
    found = (_address(land, change(land.board, editing.plan, at)) for at in range(len(land.names)))
    return [one for one in found if wanted in one.name or wanted in one.school or wanted in one.school_today]


def zones_table(plan: ZonePlan, land: Land, editing: Editing) -> Table:
    """One row a school: its zone, its pupils, its seats."""
    smallest = disclosure_rules(plan.base.year).small_count
    columns = (
        Column("school_code", Text("学校标识码", "School code"), "code"),
        Column("school", Text("学校", "School")),
        Column("areas", Text("片区数", "Areas"), "number", decimals=0),
        Column("places", Text("范围", "Where")),
        Column("pupils", Text("学区学生（取整到十）", "Pupils of the zone (to tens)"), "number", decimals=0),
        Column("seats", Text("学位", "Seats"), "number", decimals=0),
        Column("arriving", Text("由他校转入（取整到十）", "From other schools (to tens)"), "number", decimals=0),
        Column("metres", Text("平均距离（米）", "Mean way (m)"), "number", decimals=0),
    )
    rows = tuple(_zone_row(land, editing, at, smallest) for at in range(len(land.school_names)))
    return Table("zones", _title(plan), columns, rows, notes(plan, land, smallest))


def _zone_row(land: Land, editing: Editing, at: int, smallest: int) -> tuple[object, ...]:
    one = school_numbers(land.board, editing.standing, at)
    few = 0 < one.pupils <= smallest
    areas = np.flatnonzero(editing.plan == at).tolist()
    return (
        one.school,
        land.school_names[at],
        len(areas),
        listed(land, areas),
        public_count(one.pupils, smallest),
        one.seats,
        public_count(one.arriving, smallest),
        SUPPRESSED if few else one.mean_metres,
    )


def areas_table(plan: ZonePlan, land: Land, editing: Editing) -> Table:
    """One row an area: its school today and under the plan, and how far it is. No counts."""
    columns = (
        Column("area", Text("片区代码", "Area code"), "code"),
        Column("name", Text("片区", "Area")),
        Column("today", Text("现行学校", "School today")),
        Column("school", Text("方案学校", "School of the plan")),
        Column("changes", Text("是否变化", "Changes")),
        Column("metres_today", Text("到现行学校（米）", "Way today (m)"), "number", decimals=0),
        Column("metres", Text("到方案学校（米）", "Way under the plan (m)"), "number", decimals=0),
    )
    every = (_address(land, change(land.board, editing.plan, at)) for at in range(len(land.names)))
    rows = tuple(
        (
            one.code,
            one.name,
            one.school_today,
            one.school,
            _("是") if one.changes else _("否"),
            one.metres_today,
            one.metres,
        )
        for one in every
    )
    title = Text(f"{_title(plan).zh}：各片区的变化", f"{_title(plan).en}: what changes where")
    return Table("areas", title, columns, rows, notes(plan, land, disclosure_rules(plan.base.year).small_count))


def _yes(true: bool) -> str:
    return _("是") if true else _("否")


def _title(plan: ZonePlan) -> Text:
    place = plan.organisation
    return Text(f"{place.name}{plan.name}", f"{place.name_en or place.name}: {plan.name}")


def notes(plan: ZonePlan, land: Land, smallest: int) -> tuple[Text, ...]:
    """What readers of the tables have to know."""
    way = (
        Text("距离沿道路步行计算", "distances are on foot along streets")
        if land.by_road
        else Text("距离为直线距离", "distances are straight lines")
    )
    said = [
        Text(
            f"人数取整到十，{smallest}人及以下不公布（*）；{way.zh}。",
            f"Counts are rounded to tens, those up to {smallest} are not shown (*); {way.en}.",
        )
    ]
    if plan.base.synthetic:
        said.append(Text("合成演示数据，不是任何真实地点的情况。", "Synthetic demonstration data, no real place."))
    return tuple(said)


def listed(land: Land, areas: list[int]) -> str:
    """Areas by their townships, the township's name only once: ``第5街道1、2、7号片区``."""
    found: dict[str, list[str]] = {}
    for at in areas:
        township, name = land.townships[at], land.names[at]
        found.setdefault(township, []).append(name.removeprefix(township))
    return "；".join(_one_township(township, names) for township, names in found.items())


def _one_township(township: str, names: list[str]) -> str:
    tails = {name.lstrip("0123456789") for name in names}
    tail = tails.pop() if len(tails) == 1 else ""
    each = [name.removesuffix(tail) if tail else name for name in names]
    return f"{township}{'、'.join(each)}{tail}"


@dataclass(frozen=True, slots=True)
class Described:
    """A zone in words."""

    school: str
    areas: str
    sides: tuple[str, ...]


def described(land: Land, editing: Editing) -> list[Described]:
    """Every zone: its areas, and which zone lies on which side."""
    import shapely

    points = shapely.get_coordinates(shapely.point_on_surface(land.polygons))
    return [_described(land, editing, points, at) for at in range(len(land.school_names))]


def _described(land: Land, editing: Editing, points: Floats, at: int) -> Described:
    areas = np.flatnonzero(editing.plan == at).tolist()
    beside: dict[int, list[str]] = {}
    for wind, other, _along in sides(editing, points, at) if areas else ():
        beside.setdefault(wind, []).append(land.school_names[other])
    said = tuple(_side(wind, schools) for wind, schools in beside.items())
    return Described(land.school_names[at], listed(land, areas), said)


def _side(wind: int, schools: list[str]) -> str:
    return _("%(wind)s邻 %(schools)s 学区") % {"wind": _wind(wind), "schools": "、".join(schools)}


def _wind(at: int) -> str:
    from junheng.web.portal.words import say

    return say(WINDS[at])

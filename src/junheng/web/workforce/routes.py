"""Where shared teachers go, drawn: schools as points, the way of each day as a line; no script, no inline style."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from junheng.teachers.columns import vocabulary
from junheng.web.portal.words import say
from junheng.web.workbench.choropleth import Sheet, sheet_of
from junheng.web.workbench.drawing import MARGIN, WIDTH
from junheng.web.workbench.models import PlanningBase
from junheng.web.workforce.listed import DAYS, called
from junheng.web.workforce.models import WorkforceStudy
from junheng.web.workforce.tables_of import opened

COLOURS = 8
"""Classes ``r0`` to ``r7`` of the stylesheet, one a teacher in turn."""
NARROW, TALLEST = 1e-6, 900.0
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Point:
    """A school: ``look`` is home, visited or other."""

    x: str
    y: str
    name: str
    look: str


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one teacher on one day, there and back; ``words`` say it."""

    points: str
    look: str
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole map; ``ground`` are the paths of the county's townships, if the site has them."""

    height: float
    ground: tuple[str, ...]
    points: tuple[Point, ...]
    routes: tuple[Route, ...]


def picture(of: WorkforceStudy, found: Mapping[str, Any], names: Names, teacher: str = "") -> Picture | None:
    """The visits drawn, of one teacher or of all; None where the tables have no places."""
    at = _places(of)
    visits = [one for one in found["visits"] if teacher in {"", one["teacher_id"]}]
    visits = [one for one in visits if one["from_school"] in at and one["to_school"] in at]
    if not visits:
        return None
    sheet = _sheet(of, at)
    looks = dict.fromkeys(at, "other")
    looks |= {one["to_school"]: "visited" for one in visits} | {one["from_school"]: "home" for one in visits}
    order = {"other": 0, "visited": 1, "home": 2}
    points = [Point(*sheet.at(*at[one]), names.get(one, one), look) for one, look in looks.items()]
    points.sort(key=lambda one: order[one.look])
    return Picture(sheet.height, tuple(sheet.paths.values()), tuple(points), tuple(_routes(visits, at, sheet, names)))


def _places(of: WorkforceStudy) -> dict[str, tuple[float, float]]:
    """Degrees by school, from the table of coordinates or that of schools."""
    found: dict[str, tuple[float, float]] = {}
    for name in ("coordinates", "schools"):
        held = opened(of).get(name)
        if held is not None:
            columns = (held.column(one) for one in ("school_code", "lon", "lat"))
            for code, lon, lat in zip(*columns, strict=True):
                if lon is not None and lat is not None:
                    found.setdefault(code, (lon, lat))
    return found


def _sheet(of: WorkforceStudy, at: Mapping[str, tuple[float, float]]) -> Sheet:
    """The county's townships of the newest planning base; without one, a plain sheet around the schools."""
    base = PlanningBase.objects.order_by("-pk").first()
    if base is not None:
        try:
            return sheet_of(base, of.organisation.code, "township")
        except (LookupError, ValueError):
            pass
    places = np.array(list(at.values()))
    (west, south), (east, north) = places.min(axis=0), places.max(axis=0)
    narrow = float(np.cos(np.radians((south + north) / 2)))
    scale = min((WIDTH - 2 * MARGIN) / max(narrow * (east - west), NARROW), TALLEST / max(north - south, NARROW))
    return Sheet(2 * MARGIN + scale * float(north - south), {}, {}, float(west), float(north), float(scale), narrow)


def _routes(
    visits: Iterable[Mapping[str, Any]], at: Mapping[str, tuple[float, float]], sheet: Sheet, names: Names
) -> Iterable[Route]:
    def key(one: Mapping[str, Any]) -> tuple[str, str, str, int]:
        return one["teacher_id"], one["section"], one["subject"], one["day"]

    numbers: dict[str, int] = {}
    for (teacher, _section, subject, day), stops in groupby(
        sorted(visits, key=lambda one: (*key(one), one["stop"])), key
    ):
        rows = list(stops)
        home = rows[0]["from_school"]
        way = [home, *(one["to_school"] for one in rows), home]
        number = numbers.setdefault(teacher, len(numbers) % COLOURS)
        words = _("%(teacher)s（%(subject)s）%(day)s：%(way)s，往返 %(km)s 公里") % {
            "teacher": say(called(teacher)),
            "subject": say(vocabulary("subject")[subject]),
            "day": say(DAYS[day - 1]),
            "way": " → ".join(names.get(one, one) for one in way[:-1]),
            "km": f"{rows[0]['round_km']:.1f}",
        }
        yield Route(" ".join(",".join(sheet.at(*at[one])) for one in way), f"r{number}", words)

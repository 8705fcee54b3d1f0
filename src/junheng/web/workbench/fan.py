"""Children of a place over the years as a picture: what was counted, the forecast in its band, what is planned with.

No script and no inline style; the vertical axis starts at 0, and the table beside it holds every number drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
from django.utils.translation import gettext as _

from junheng.web.workbench.curve import Tick, round_up, ticks_of

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 330, 78, 24, 18, 40
LINES = ("counted", "point", "planned", "steady")
"""Columns drawn as lines, the hindmost first."""


@dataclass(frozen=True, slots=True)
class Line:
    """``look`` is the class of a line, ``dots`` its points."""

    look: str
    path: str
    dots: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A year: where it stands and what it says when pointed at."""

    at: str
    left: str
    width: str
    year: int
    words: str


@dataclass(frozen=True, slots=True)
class Fan:
    """``band`` is the area between low and high, empty without one."""

    band: str
    lines: tuple[Line, ...]
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    base: int = HEIGHT - BOTTOM
    tall: int = HEIGHT - BOTTOM - TOP


def fan_of(rows: pl.DataFrame) -> Fan:
    """The picture of ``Expected.rows``."""
    years = rows["year"].to_list()
    top = round_up(float(max(rows[name].max() or 0 for name in (*LINES, "high"))) * 1.05)  # type: ignore[arg-type]
    step = (WIDTH - LEFT - RIGHT) / max(len(years) - 1, 1)

    def x(year: int) -> str:
        return f"{LEFT + step * (year - years[0]):.1f}"

    def y(value: float) -> str:
        return f"{TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top):.1f}"

    def points(name: str) -> list[tuple[str, str]]:
        held = rows.filter(pl.col(name).is_not_null()).select("year", name).rows()
        return [(x(year), y(value)) for year, value in held]

    edge = [*points("low"), *reversed(points("high"))]
    lines = tuple(Line(name, _path(dots), tuple(dots)) for name in LINES if (dots := points(name)))
    columns = tuple(
        Column(x(one["year"]), f"{float(x(one['year'])) - step / 2:.1f}", f"{step:.1f}", one["year"], _words(one))
        for one in rows.iter_rows(named=True)
    )
    return Fan(_path(edge), lines, columns, ticks_of(top, y))


def _path(points: Sequence[tuple[str, str]]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)


def _words(one: dict[str, Any]) -> str:
    """A year in words."""
    said = [_("%(year)s年") % {"year": one["year"]}]
    names = {"counted": _("实有"), "point": _("预测"), "planned": _("规划所用"), "steady": _("出生数不变")}
    said += [f"{title} {one[name]:,.0f}" for name, title in names.items() if one[name] is not None]
    if one["low"] is not None:
        said.append(_("区间 %(low)s–%(high)s") % {"low": f"{one['low']:,.0f}", "high": f"{one['high']:,.0f}"})
    return " · ".join(said)

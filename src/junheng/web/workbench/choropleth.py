"""Maps of areas or townships as SVG paths with a class for the colour of a value; no script, no inline style.

Colours are the diverging RdBu and the sequential YlOrRd of C. Brewer (ColorBrewer 2.0); words and tables beside the map
say the same.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import polars as pl
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from junheng.web.workbench.drawing import MARGIN, WIDTH, path
from junheng.web.workbench.models import PlanningBase
from junheng.web.workbench.planning import planning

GAP = (-2000.0, -500.0, -100.0, 100.0, 500.0, 2000.0)
"""Seats at which the colour changes; below 0 is spare."""
WAY = (500.0, 1000.0, 2000.0, 3000.0, 5000.0)
"""Metres at which the colour changes."""
FINE = 0.0006
"""Degrees by which borders of townships are simplified."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Shapes drawn once: ``paths`` by area, or by ``county/township``; ``names``: what to write where, the townships of
    a county or the codes of the city's counties; the other fields place points."""

    height: float
    paths: Mapping[str, str]
    names: Mapping[str, tuple[str, str]]
    west: float
    north: float
    scale: float
    narrow: float

    def at(self, longitude: float, latitude: float) -> tuple[str, str]:
        """Where a point lies on the sheet."""
        x = MARGIN + self.scale * self.narrow * (longitude - self.west)
        y = MARGIN + self.scale * (self.north - latitude)
        return f"{x:.1f}", f"{y:.1f}"


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape; ``look`` is the class of its colour, ``words`` what it says when pointed at."""

    path: str
    look: str
    words: str


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the legend."""

    look: str
    words: str


def sheet_of(base: PlanningBase, county: str, by: str) -> Sheet:
    """The sheet of a county or, without one, of the city; by ``area`` or ``township``."""
    return _sheet(base.digest, base.pk, county, by)


@lru_cache(maxsize=24)
def _sheet(_digest: str, base_id: int, county: str, by: str) -> Sheet:
    import shapely

    areas = planning(PlanningBase.objects.get(pk=base_id), county).areas
    polygons = shapely.from_wkb(areas["polygon"].to_list())
    west, south, east, north = shapely.total_bounds(polygons)
    narrow = float(np.cos(np.radians((south + north) / 2)))
    scale = (WIDTH - 2 * MARGIN) / max(narrow * (east - west), 1e-9)

    def place(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.stack(
            [MARGIN + scale * narrow * (points[:, 0] - west), MARGIN + scale * (north - points[:, 1])], axis=1
        )

    shapes = _shapes(areas, polygons, by)
    paths = {key: path(shapely.transform(shape, place)) for key, shape in shapes.items()}
    names = {key: place(point) for key, point in _inside(areas, polygons, "township" if county else "county_code")}
    at = {key: (f"{point[0, 0]:.1f}", f"{point[0, 1]:.1f}") for key, point in names.items()}
    return Sheet(2 * MARGIN + scale * (north - south), paths, at, west, north, scale, narrow)


def _inside(areas: pl.DataFrame, polygons: NDArray[np.object_], by: str) -> Iterator[tuple[str, NDArray[np.float64]]]:
    """A point well inside the areas of each township or county."""
    import shapely

    keys = areas[by].to_numpy()
    for key in dict.fromkeys(keys.tolist()):
        whole = shapely.coverage_union_all(polygons[keys == key])
        yield key, shapely.get_coordinates(shapely.point_on_surface(whole))[:1]


def _shapes(areas: pl.DataFrame, polygons: NDArray[np.object_], by: str) -> Mapping[str, object]:
    import shapely

    if by == "area":
        return dict(zip(areas["area"], polygons, strict=True))
    keys = township_keys(areas)
    found = {}
    for key in dict.fromkeys(keys):
        there = np.array([one == key for one in keys])
        found[key] = shapely.simplify(shapely.coverage_union_all(polygons[there]), FINE)
    return found


def township_keys(areas: pl.DataFrame) -> list[str]:
    """``county/township`` of every row."""
    return areas.select(pl.concat_str("county_code", "township", separator="/")).to_series().to_list()


def look(value: float | None, breaks: tuple[float, ...], kind: str) -> str:
    """The class of a value: ``g0`` to ``g6`` for gaps, ``w0`` to ``w5`` for ways, ``none`` without one."""
    return "none" if value is None else f"{kind}{bisect_right(breaks, value)}"


def named_on(sheet: Sheet, counties: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The names to write on a sheet and where; ``counties``: code -> name."""
    return {counties.get(key, key): at for key, at in sheet.names.items()}


def gap_legend() -> list[Step]:
    """The steps of ``GAP`` in words: what is spare, what is even, what is short."""
    steps = []
    for at, (low, high) in enumerate(pairwise([None, *GAP, None])):
        if low is not None and high is not None and low < 0 < high:
            words = _("大致平衡（±%(most)s）") % {"most": f"{high:,.0f}"}
        elif high is not None and high <= 0:
            words = _ends(-high, None if low is None else -low, _("余 %(range)s"))
        else:
            words = _ends(low or 0.0, high, _("缺 %(range)s"))
        steps.append(Step(f"g{at}", words))
    return steps


def way_legend() -> list[Step]:
    """The steps of ``WAY`` in words."""
    ends = enumerate(pairwise([0.0, *WAY, None]))
    return [Step(f"w{at}", _ends(low or 0.0, high, _("%(range)s 米"))) for at, (low, high) in ends]


def _ends(low: float, high: float | None, words: str) -> str:
    """A step between two numbers, both not below 0; ``high`` is None for the last one."""
    more = _("%(low)s 以上") % {"low": f"{low:,.0f}"}
    return words % {"range": more if high is None else f"{low:,.0f}–{high:,.0f}"}

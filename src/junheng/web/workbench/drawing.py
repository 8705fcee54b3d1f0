"""A county drawn once: paths of its areas, the seams between them, where its schools stand, a colour for each zone.

Colours are the light scheme of P. Tol (Colour schemes, SRON/EPS/TN/09-002, 2021), which readers with any colour
vision tell apart and which carries dark text; zones that touch today never share one.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from junheng.seats.zoning.zone_map import Ints, Plan
from junheng.web.workbench.land import FINE, Land

WIDTH = 1000.0
MARGIN = 12.0
COLOURS = 8
"""Classes ``z0`` to ``z7`` of the stylesheet."""

KEPT_BEFORE = "第0123456789"
"""Stays at the head of shortened names: a number is not cut in two, nor from its ordinal sign."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Everything in units of a picture ``WIDTH`` wide and ``height`` high, north up.

    Attributes:
        paths, middles: of the areas.
        seams: pairs of neighbours with the path of their common border.
        schools: where they stand.
        colours: of the zones, 0 to 7.
        labels: of the schools, without what all their names begin with.
    """

    height: float
    paths: tuple[str, ...]
    middles: tuple[tuple[float, float], ...]
    seams: tuple[tuple[int, int, str], ...]
    schools: tuple[tuple[float, float], ...]
    colours: tuple[int, ...]
    labels: tuple[str, ...]


@lru_cache(maxsize=24)
def drawing_of(land: Land) -> Drawing:
    """The county drawn; made once in a process."""
    import shapely

    left, bottom, right, top = shapely.total_bounds(land.polygons)
    narrow = float(np.cos(np.radians((top + bottom) / 2)))
    scale = (WIDTH - 2 * MARGIN) / max(narrow * (right - left), 1e-9)

    def place(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.stack(
            [MARGIN + scale * narrow * (points[:, 0] - left), MARGIN + scale * (top - points[:, 1])], axis=1
        )

    drawn = shapely.transform(shapely.set_precision(land.polygons, FINE), place)
    middles = shapely.get_coordinates(shapely.point_on_surface(drawn))
    return Drawing(
        height=2 * MARGIN + scale * (top - bottom),
        paths=tuple(path(one) for one in drawn),
        middles=tuple((round(x, 1), round(y, 1)) for x, y in middles.tolist()),
        seams=_seams(drawn, land),
        schools=tuple((round(x, 1), round(y, 1)) for x, y in place(land.places).tolist()),
        colours=colouring(land.board.borders.start, land.board.borders.neighbour, land.board.today, len(land.places)),
        labels=short_names(land.school_names),
    )


def path(shape: object) -> str:
    """A polygon, a line, or several of them, as an SVG path."""
    import shapely

    parts = shapely.get_parts(shape)
    rings = [ring for part in parts for ring in (shapely.get_rings(part) if _is_area(part) else [part])]
    closed = "Z" if _is_area(parts[0]) else ""
    return "".join(f"M{_points(ring)}{closed}" for ring in rings)


def _is_area(part: object) -> bool:
    import shapely

    return bool(shapely.get_dimensions(part) == 2)  # noqa: PLR2004 - the dimension of a surface


def _points(line: object) -> str:
    import shapely

    return "L".join(f"{x:.1f},{y:.1f}" for x, y in shapely.get_coordinates(line).tolist())


def _seams(drawn: NDArray[np.object_], land: Land) -> tuple[tuple[int, int, str], ...]:
    import shapely

    start, other = land.board.borders.start, land.board.borders.neighbour
    one = np.repeat(np.arange(len(drawn)), np.diff(start))
    once = one < other
    one, other = one[once], other[once]
    lines = shapely.line_merge(_only_lines(shapely.intersection(drawn[one], drawn[other])))
    return tuple(
        (a, b, path(line)) for a, b, line in zip(one.tolist(), other.tolist(), lines, strict=True) if not line.is_empty
    )


def _only_lines(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Borders without the single points in which areas also touch."""
    import shapely

    return np.array(
        [
            one
            if one.geom_type in {"LineString", "MultiLineString"}
            else shapely.multilinestrings([part for part in shapely.get_parts(one) if part.geom_type == "LineString"])
            for one in shapes
        ],
        dtype=object,
    )


def colouring(start: Ints, neighbour: Ints, plan: Plan, schools: int) -> tuple[int, ...]:
    """A colour for each zone, greedily, those with most neighbours first; touching zones differ while colours last."""
    beside: list[set[int]] = [set() for _ in range(schools)]
    for area, school in enumerate(plan.tolist()):
        for other in plan[neighbour[start[area] : start[area + 1]]].tolist():
            if other != school:
                beside[school].add(other)
                beside[other].add(school)
    found = [-1] * schools
    used = [0] * COLOURS
    for school in sorted(range(schools), key=lambda one: (-len(beside[one]), one)):
        taken = {found[other] for other in beside[school]}
        free = [colour for colour in range(COLOURS) if colour not in taken] or list(range(COLOURS))
        found[school] = min(free, key=lambda colour: (used[colour], colour))
        used[found[school]] += 1
    return tuple(found)


def short_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without what all of them begin with; something is left of each."""
    shared = 0
    while len(names) > 1 and len({name[: shared + 1] for name in names}) == 1 and min(map(len, names)) > shared + 1:
        shared += 1
    while shared and names[0][shared - 1] in KEPT_BEFORE:
        shared -= 1
    return tuple(name[shared:] for name in names)

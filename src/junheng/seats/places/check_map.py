"""Checks of the map: pieces that do not hang together, islands, borders of no length, areas that overlap."""

from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from junheng.policy.text import Text
from junheng.seats.faults import Fault
from junheng.seats.places.adjacency import Adjacency, in_metres
from junheng.seats.places.check_children import area_text

NAMED = 5
"""Areas of a piece that are named; the rest is counted."""
OVERLAP = 1.0
"""Square metres that two areas may have in common before they count as overlapping."""


def pieces(adjacency: Adjacency, areas: Sequence[str]) -> Iterator[Fault]:
    """Every piece of the map but the largest: single areas as islands, larger ones by name."""
    piece = adjacency.pieces()
    for number in range(1, int(piece.max(initial=0)) + 1):
        there = np.flatnonzero(piece == number)
        if len(there) == 1:
            yield Fault("island", area_text(areas[there[0]], None))
        else:
            named = ", ".join(areas[at] for at in there[:NAMED]) + (" …" if len(there) > NAMED else "")
            yield Fault("piece_apart", Text(f"片区 {named}", f"areas {named}"), {"count": len(there)})


def points_of_touch(adjacency: Adjacency, areas: Sequence[str]) -> Iterator[Fault]:
    """Pairs that meet at a point while nothing else joins their pieces of the map."""
    piece = adjacency.pieces()
    for one, other in adjacency.touching.tolist():
        if piece[one] != piece[other]:
            names = f"{areas[one]}, {areas[other]}"
            yield Fault("border_without_length", Text(f"片区 {names}", f"areas {names}"))


def overlaps(polygons: NDArray[np.object_], areas: Sequence[str]) -> Iterator[Fault]:
    """Areas whose polygon is broken, and pairs that overlap."""
    broken = ~shapely.is_valid(polygons)
    for at in np.flatnonzero(broken).tolist():
        yield Fault("broken_polygon", area_text(areas[at], None), {"why": shapely.is_valid_reason(polygons[at])})
    sound = np.flatnonzero(~broken)
    if bool(shapely.coverage_is_valid(polygons[sound])):
        return
    flat = in_metres(polygons[sound])
    one, other = shapely.STRtree(flat).query(flat, predicate="intersects")
    one, other = one[one < other], other[one < other]
    common = shapely.area(shapely.intersection(flat[one], flat[other]))
    for at in np.flatnonzero(common > OVERLAP).tolist():
        names = f"{areas[sound[one[at]]]}, {areas[sound[other[at]]]}"
        yield Fault("areas_overlap", Text(f"片区 {names}", f"areas {names}"), {"square_metres": f"{common[at]:.0f}"})

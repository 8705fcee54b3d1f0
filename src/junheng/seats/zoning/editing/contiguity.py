"""Where a zone breaks: its pieces, the areas on which others hang, and what would join a piece again.

A hinge is a cut vertex of the zone's graph (R. Tarjan, Depth-first search and linear graph algorithms, SIAM J.
Comput. 1, 1972), here with what hangs on it as seen from the school.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from junheng.seats.zoning.editing.board import Board, members
from junheng.seats.zoning.zone_map import Neighbours, Plan

Piece = tuple[int, ...]


def beside(borders: Neighbours, area: int) -> list[int]:
    """The areas that border an area."""
    found: list[int] = borders.neighbour[borders.start[area] : borders.start[area + 1]].tolist()
    return found


def pieces(borders: Neighbours, areas: Collection[int], home: int) -> tuple[Piece, ...]:
    """The connected pieces of some areas; the one with ``home`` first, then the larger ones."""
    waiting = set(areas)
    found: list[Piece] = []
    while waiting:
        piece = [waiting.pop()]
        for area in piece:
            fresh = waiting.intersection(beside(borders, area))
            waiting -= fresh
            piece += fresh
        found.append(tuple(sorted(piece)))
    return tuple(sorted(found, key=lambda piece: (home not in piece, -len(piece), piece)))


def hinges(borders: Neighbours, areas: Collection[int], home: int) -> Mapping[int, Piece]:
    """Hinge -> the areas that would be cut off from the school if the hinge left a zone in one piece."""
    found = {}
    for area in sorted(set(areas) - {home}):
        rest = pieces(borders, set(areas) - {area}, home)
        if len(rest) > 1:
            found[area] = tuple(sorted(one for piece in rest[1:] for one in piece))
    return found


@dataclass(frozen=True, slots=True)
class Break:
    """One place where a zone is broken.

    Attributes:
        school: of the zone.
        piece: the areas cut off.
        bridge: the fewest areas of other zones that would join the piece again, from the piece on; empty when
            nothing could.
    """

    school: int
    piece: Piece
    bridge: Piece


def breaks(board: Board, plan: Plan, school: int) -> tuple[Break, ...]:
    """Every place where the zone of a school is broken; empty when it is in one piece."""
    main, *loose = pieces(board.borders, members(plan, school).tolist(), int(board.home[school])) or ((),)
    return tuple(Break(school, piece, bridge(board.borders, piece, main)) for piece in loose)


def bridge(borders: Neighbours, piece: Collection[int], main: Collection[int]) -> Piece:
    """The fewest areas between two pieces, by breadth-first search; equal ways by the lower numbers."""
    goal, came = set(main), dict.fromkeys(sorted(piece), -1)
    waiting = list(came)
    for area in waiting:
        for other in beside(borders, area):
            if other in goal:
                return _way(came, area)
            if other not in came:
                came[other] = area
                waiting.append(other)
    return ()


def _way(came: Mapping[int, int], last: int) -> Piece:
    way: list[int] = []
    while came[last] >= 0:
        way.append(last)
        last = came[last]
    return tuple(reversed(way))

"""The pieces in which areas of a map hang together."""

from collections import deque
from collections.abc import Iterable

from junheng.seats.assignment.model import Graph


def pieces(graph: Graph, areas: Iterable[int]) -> list[tuple[int, ...]]:
    """The areas piece by piece, in the order in which the first of each piece is given."""
    given = list(areas)
    left, found = set(given), []
    for area in given:
        if area in left:
            piece = reached(graph, area, left)
            left -= piece
            found.append(tuple(sorted(piece)))
    return found


def reached(graph: Graph, start: int, within: Iterable[int]) -> set[int]:
    """The areas that are reached from one of them through others of them, itself included."""
    inside, seen, waiting = set(within), {start}, deque([start])
    while waiting:
        for other in beside(graph, waiting.popleft()):
            if other in inside and other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


def beside(graph: Graph, area: int) -> list[int]:
    """The areas that touch one."""
    found: list[int] = graph.area[graph.first[area] : graph.first[area + 1]].tolist()
    return found

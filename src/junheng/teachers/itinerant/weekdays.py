"""Days of visits, so that nobody is at two schools and no school has two visitors on one day.

Visits are edges between teachers and schools; a bipartite graph whose nodes have at most so many edges as there are
days can be coloured with the days. Reference: D. König, Über Graphen und ihre Anwendung, Math. Ann. 77 (1916).
"""

from collections.abc import Sequence

Node = tuple[str, int]


def weekdays(visits: Sequence[tuple[int, int]], days: int) -> list[int]:
    """The day of each visit (teacher, school), from 0; each teacher and each school has at most ``days`` of them."""
    ends = [(("teacher", one), ("school", other)) for one, other in visits]
    taken: dict[Node, dict[int, int]] = {node: {} for pair in ends for node in pair}
    day = [-1] * len(visits)

    def put(visit: int, on: int) -> None:
        day[visit] = on
        for node in ends[visit]:
            taken[node][on] = visit

    for visit, (one, other) in enumerate(ends):
        free = next(at for at in range(days) if at not in taken[one])
        spare = next(at for at in range(days) if at not in taken[other])
        chain = _chain(other, free, spare, taken, ends)
        before = [day[at] for at in chain]
        for at in chain:
            for node in ends[at]:
                del taken[node][day[at]]
        for at, on in zip(chain, before, strict=True):
            put(at, spare if on == free else free)
        put(visit, free)
    return day


def _chain(
    node: Node, first: int, second: int, taken: dict[Node, dict[int, int]], ends: Sequence[tuple[Node, Node]]
) -> list[int]:
    """The visits met from a node on when the two days are followed in turn."""
    found = []
    while first in taken[node]:
        visit = taken[node][first]
        found.append(visit)
        node = next(one for one in ends[visit] if one != node)
        first, second = second, first
    return found

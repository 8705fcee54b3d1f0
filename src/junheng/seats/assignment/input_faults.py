"""What is wrong with the numbers a plan is asked from, area by area and school by school, all of it at once."""

from collections.abc import Iterator, Sequence

import numpy as np

from junheng.policy.text import Text, listed
from junheng.seats.assignment.model import NOBODY, Graph, Ints, Problem
from junheng.seats.assignment.ready import allowed
from junheng.seats.faults import Fault
from junheng.seats.places import Adjacency, Findings, named
from junheng.seats.places.check_map import pieces, points_of_touch

AREA, SCHOOL = Text("片区", "area"), Text("学校", "school")
WHOLE = Text("全部片区", "all areas")


class Called:
    """Areas and schools by name, or by number where names are not given."""

    def __init__(self, areas: Sequence[str], schools: Sequence[str]) -> None:
        self._areas, self._schools = areas, schools

    def area(self, at: int) -> Text:
        return named(AREA, self.area_name(at))

    def area_name(self, at: int) -> str:
        return self._areas[at] if at < len(self._areas) else f"#{at}"

    def school(self, at: int) -> Text:
        return named(SCHOOL, self.school_name(at))

    def school_name(self, at: int) -> str:
        return self._schools[at] if at < len(self._schools) else f"#{at}"

    def way(self, area: int, school: int) -> Text:
        return named(Text("路程", "way"), f"{self.area_name(area)} → {self.school_name(school)}")


def check_problem(
    problem: Problem,
    *,
    area_names: Sequence[str] = (),
    school_names: Sequence[str] = (),
    adjacency: Adjacency | None = None,
) -> Findings:
    """Every fault of a problem: ``stops`` make its numbers meaningless, ``notes`` are true and worth a look.

    Args:
        problem: to be asked.
        area_names: as areas are called; by number when empty.
        school_names: as schools are called; by number when empty.
        adjacency: where the neighbours of ``problem.touching`` come from, with the lengths of their borders; corners
            that only touch are then named too.
    """
    called = Called(area_names, school_names)
    broken = (*_counts(problem, called), *_arcs(problem, called), *_graph(problem, called))
    if broken:
        return Findings(broken, ())
    stops = tuple(_locks(problem, called))
    notes = (*_people(problem, called), *_map(problem, adjacency, called), *_room(problem, called))
    return Findings(stops, notes)


def _counts(problem: Problem, called: Called) -> Iterator[Fault]:
    for at in np.flatnonzero(problem.pupils < 0).tolist():
        yield Fault("negative_count", called.area(at), {"name": "pupils", "value": int(problem.pupils[at])})
    for at in np.flatnonzero(problem.seats < 0).tolist():
        yield Fault("negative_count", called.school(at), {"name": "seats", "value": int(problem.seats[at])})


def _arcs(problem: Problem, called: Called) -> Iterator[Fault]:
    arcs = problem.arcs
    strange = (arcs.school < 0) | (arcs.school >= problem.seats.size)
    for at in np.flatnonzero(strange).tolist():
        yield Fault("not_in_table", called.area(int(arcs.area[at])), {"name": f"#{arcs.school[at]}"})
    for at in np.flatnonzero(~strange & ~(arcs.metres >= 0)).tolist():
        told = {"name": "metres", "value": f"{arcs.metres[at]:g}"}
        code = "negative_count" if arcs.metres[at] < 0 else "not_a_number"
        yield Fault(code, called.way(int(arcs.area[at]), int(arcs.school[at])), told)
    pairs = (arcs.area * problem.seats.size + arcs.school)[~strange]
    unlike, times = np.unique(pairs, return_counts=True)
    for pair in unlike[times > 1].tolist():
        yield Fault("place_repeated", called.way(*divmod(pair, problem.seats.size)))


def _graph(problem: Problem, called: Called) -> Iterator[Fault]:
    graph, count = problem.touching, problem.pupils.size
    if graph is None:
        return
    one = np.repeat(np.arange(count), np.diff(graph.first))
    for at in np.flatnonzero((graph.area < 0) | (graph.area >= count)).tolist():
        yield Fault("not_in_table", called.area(int(one[at])), {"name": f"#{graph.area[at]}"})
    both = set(zip(one.tolist(), graph.area.tolist(), strict=True))
    for left, right in sorted(both):
        if left == right:
            yield Fault("zone_borders_itself", called.area(left), {"area": called.area_name(left)})
        elif 0 <= right < count and (right, left) not in both:
            yield Fault("border_one_sided", called.area(left), {"other": called.area_name(right)})


def _locks(problem: Problem, called: Called) -> Iterator[Fault]:
    """Areas locked to a school to which no way was given."""
    if problem.locked is None:
        return
    arcs = problem.arcs
    has = np.zeros(problem.pupils.size, bool)
    has[arcs.area[problem.locked[arcs.area] == arcs.school]] = True
    for at in np.flatnonzero((problem.locked != NOBODY) & ~has).tolist():
        yield Fault("lock_without_way", called.area(at), {"school": called.school_name(int(problem.locked[at]))})


def _people(problem: Problem, called: Called) -> Iterator[Fault]:
    arcs = problem.arcs
    ways = np.bincount(arcs.area, minlength=problem.pupils.size)
    open_ = np.bincount(arcs.area[allowed(problem)], minlength=problem.pupils.size)
    for at in np.flatnonzero(problem.pupils == 0).tolist():
        yield Fault("nobody_lives_there", called.area(at))
    for at in np.flatnonzero((problem.pupils > 0) & (open_ == 0)).tolist():
        code = "no_way" if ways[at] == 0 else "no_way_left"
        yield Fault(code, called.area(at), {"pupils": int(problem.pupils[at])})


def _map(problem: Problem, adjacency: Adjacency | None, called: Called) -> Iterator[Fault]:
    """Pieces of the map, islands, borders of no length, schools that stand nowhere."""
    names = [called.area_name(at) for at in range(problem.pupils.size)]
    if problem.touching is not None:
        yield from pieces(adjacency_of(problem.touching), names)
    if adjacency is not None:
        yield from points_of_touch(adjacency, names)
    if problem.home is not None:
        for at in np.flatnonzero(problem.home == NOBODY).tolist():
            yield Fault("school_in_no_area", called.school(at))


def _room(problem: Problem, called: Called) -> Iterator[Fault]:
    """Fewer seats than pupils, in all or in a piece of the map whose schools are known."""
    pupils, seats = int(problem.pupils.sum()), int(problem.seats.sum())
    if seats < pupils:
        yield _short(WHOLE, pupils, seats)
    if problem.touching is None or problem.home is None:
        return
    piece = adjacency_of(problem.touching).pieces()
    if piece.max(initial=0) == 0 or (problem.home == NOBODY).any():
        return
    need = np.bincount(piece, problem.pupils).astype(np.int64)
    room = np.bincount(piece[problem.home], problem.seats, need.size).astype(np.int64)
    for one in np.flatnonzero(room < need).tolist():
        areas = listed([called.area_name(at) for at in np.flatnonzero(piece == one).tolist()])
        where = Text(f"片区 {areas.zh}", f"areas {areas.en}")
        yield _short(where, int(need[one]), int(room[one]))


def _short(where: Text, pupils: int, seats: int) -> Fault:
    return Fault("seats_below_children", where, {"seats": seats, "children": pupils, "short": pupils - seats})


def adjacency_of(graph: Graph) -> Adjacency:
    """A graph as pairs, lengths not known."""
    count = graph.first.size - 1
    one = np.repeat(np.arange(count), np.diff(graph.first))
    keep = one < graph.area
    left: Ints = one[keep].astype(np.int64)
    return Adjacency(count, left, graph.area[keep], np.full(left.size, np.nan), np.empty((0, 2), dtype=np.int64))

"""Where zones in one piece break: areas cut off from every school they may go to, and zones that are in pieces.

A zone is in one piece around the area its school stands in, so an area can only belong to a school that it reaches
through areas that may go there too. Where none is left the place of the break is named: the areas in between, and what
keeps each of them out. This needs no search: it is true of every plan.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from junheng.policy.text import Text, listed
from junheng.seats.assignment.conflicts import Conflict, why_infeasible
from junheng.seats.assignment.input_faults import Called
from junheng.seats.assignment.model import NOBODY, Flags, Graph, Ints, Problem
from junheng.seats.assignment.pieces import beside, pieces, reached
from junheng.seats.assignment.ready import allowed

Kind = Literal["island", "cut_off", "pieces"]


@dataclass(frozen=True)
class Break:
    """One place at which a zone breaks.

    Attributes:
        kind: ``island``: a part of the map without any school; ``cut_off``: nothing leads to a school that the areas
            may go to; ``pieces``: a given zone is in pieces.
        areas: that are cut off.
        school: of the zone that breaks, the nearest one that the areas may go to.
        between: areas that lie between and are not of the zone; none on an island.
        words: the whole in one sentence.
    """

    kind: Kind
    areas: tuple[int, ...]
    school: int
    between: tuple[int, ...]
    words: Text


@dataclass(frozen=True)
class Unjoined:
    """Why not everybody can have a seat in zones in one piece: where they break, or whose seats within reach run out.

    ``conflict`` is what ``why_infeasible`` says when every area may go only where it can be joined to; None where
    there is a break already, or seats are enough.
    """

    breaks: tuple[Break, ...]
    conflict: Conflict | None

    @property
    def words(self) -> Text:
        if self.conflict is not None:
            said = self.conflict.words
            return Text(f"学区须连成一片时，{said.zh}", f"With every zone in one piece, {said.en}")
        return Text("；".join(one.words.zh for one in self.breaks), "; ".join(one.words.en for one in self.breaks))


def why_unjoined(
    problem: Problem, *, area_names: Sequence[str] = (), school_names: Sequence[str] = ()
) -> Unjoined | None:
    """Why no plan with zones in one piece seats everybody, or None when nothing proves it.

    Args:
        problem: with ``touching``; schools whose ``home`` is not known may begin anywhere.
        area_names: as areas are called; by number when empty.
        school_names: as schools are called; by number when empty.

    Raises:
        ValueError: which areas touch is not known.
    """
    graph, called = _graph_of(problem), Called(area_names, school_names)
    may = allowed(problem)
    joins = may & _joinable(problem, graph, may)
    arcs, count = problem.arcs, problem.pupils.size
    some, joined = (np.bincount(arcs.area[keep], minlength=count) > 0 for keep in (may, joins))
    lost = np.flatnonzero((problem.pupils > 0) & some & ~joined)
    if lost.size:
        return Unjoined(tuple(_breaks(problem, graph, may, lost.tolist(), called)), None)
    barred = ~joins if problem.forbidden is None else ~joins | problem.forbidden
    only = Problem(
        problem.pupils, problem.seats, arcs.kept(~barred), cap_metres=problem.cap_metres, locked=problem.locked
    )
    conflict = why_infeasible(only, area_names=area_names, school_names=school_names)
    return None if conflict is None else Unjoined((), conflict)


def zones_in_pieces(
    problem: Problem, assignment: Ints, *, area_names: Sequence[str] = (), school_names: Sequence[str] = ()
) -> tuple[Break, ...]:
    """Every piece of a zone of a given plan that does not hang together with its school, and what lies between.

    Args:
        problem: with ``touching``.
        assignment: (areas,) the school of each area, ``NOBODY`` where it has none.
        area_names: as areas are called; by number when empty.
        school_names: as schools are called; by number when empty.

    Raises:
        ValueError: which areas touch is not known.
    """
    graph, called = _graph_of(problem), Called(area_names, school_names)
    found = []
    for school in np.unique(assignment[assignment != NOBODY]).tolist():
        home = NOBODY if problem.home is None else int(problem.home[school])
        main, *loose = sorted(
            pieces(graph, np.flatnonzero(assignment == school).tolist()),
            key=lambda piece: (home not in piece, -len(piece)),
        )
        found += [_torn(graph, assignment, school, (main, piece), called) for piece in loose]
    return tuple(found)


def _graph_of(problem: Problem) -> Graph:
    if problem.touching is None:
        raise ValueError("contiguous zones need to know which areas touch")
    return problem.touching


def _joinable(problem: Problem, graph: Graph, may: Flags) -> Flags:
    """(arcs,) whether the area hangs together with the school's own through areas that may go there."""
    arcs, joins = problem.arcs, np.zeros(may.size, bool)
    by_school: dict[int, list[int]] = {}
    for arc in np.flatnonzero(may).tolist():
        by_school.setdefault(int(arcs.school[arc]), []).append(arc)
    for school, own in by_school.items():
        members = {int(arcs.area[arc]): arc for arc in own}
        home = NOBODY if problem.home is None else int(problem.home[school])
        found = set(members) if home not in members else reached(graph, home, members)
        joins[[members[area] for area in found]] = True
    return joins


def _breaks(problem: Problem, graph: Graph, may: Flags, lost: list[int], called: Called) -> Iterator[Break]:
    """One break for each part of a school's would-be zone that is apart from the school."""
    arcs = problem.arcs
    parts: dict[tuple[int, tuple[int, ...]], list[int]] = {}
    for area in lost:
        own = np.arange(arcs.first[area], arcs.first[area + 1])[may[arcs.first[area] : arcs.first[area + 1]]]
        school = int(arcs.school[own[np.argmin(arcs.metres[own])]])
        zone = arcs.area[may & (arcs.school == school)].tolist()
        parts.setdefault((school, tuple(sorted(reached(graph, area, zone)))), []).append(area)
    for (school, piece), areas in parts.items():
        yield _break(problem, graph, (school, piece), tuple(areas), called)


def _break(
    problem: Problem, graph: Graph, part: tuple[int, tuple[int, ...]], areas: tuple[int, ...], called: Called
) -> Break:
    school, piece = part
    names, goal = listed([called.area_name(at) for at in areas]), called.school_name(school)
    home = int(problem.home[school]) if problem.home is not None else NOBODY
    if home not in reached(graph, areas[0], range(problem.pupils.size)):
        words = Text(
            f"片区 {names.zh} 与 {goal} 所在的片区不相连（岛），那里没有可去的学校",
            f"no border joins {names.en} with {goal}, and no school they may go to is there",
        )
        return Break("island", areas, school, (), words)
    between = tuple(sorted({other for one in piece for other in beside(graph, one)} - set(piece)))
    why = [_barred(problem, school, area, called) for area in between]
    words = Text(
        f"片区 {names.zh} 到不了 {goal}：中间隔着 {'、'.join(one.zh for one in why)}",
        f"{names.en} cannot be joined to {goal}: between lie {', '.join(one.en for one in why)}",
    )
    return Break("cut_off", areas, school, between, words)


def _barred(problem: Problem, school: int, area: int, called: Called) -> Text:
    name = called.area_name(area)
    lock = NOBODY if problem.locked is None else int(problem.locked[area])
    if lock not in {NOBODY, school}:
        other = called.school_name(lock)
        return Text(f"{name}（固定到 {other}）", f"{name} (locked to {other})")
    arcs = problem.arcs
    row = slice(int(arcs.first[area]), int(arcs.first[area + 1]))
    hit = np.flatnonzero(arcs.school[row] == school)
    if hit.size == 0:
        return Text(f"{name}（没有到该校的路程）", f"{name} (no way to that school is given)")
    metres = float(arcs.metres[row][hit[0]])
    if metres > problem.cap_metres:
        return Text(
            f"{name}（到该校 {metres:.0f} 米，超过上限）", f"{name} ({metres:.0f} m to that school, above the cap)"
        )
    return Text(f"{name}（不得去该校）", f"{name} (must not go to that school)")


def _torn(
    graph: Graph, assignment: Ints, school: int, parts: tuple[tuple[int, ...], tuple[int, ...]], called: Called
) -> Break:
    main, piece = parts
    between = tuple(_bridge(graph, piece, set(main)))
    names = listed([called.area_name(at) for at in piece])
    zone = called.school_name(school)
    if not between:
        words = Text(
            f"{zone} 的学区不连片：{names.zh} 与其余部分之间没有相邻的片区（岛）",
            f"the zone of {zone} is in pieces: nothing joins {names.en} with the rest",
        )
        return Break("island", piece, school, (), words)
    over = [f"{called.area_name(at)}（{_zone(assignment, at, called).zh}）" for at in between]
    over_en = [f"{called.area_name(at)} ({_zone(assignment, at, called).en})" for at in between]
    words = Text(
        f"{zone} 的学区不连片：{names.zh} 被 {'、'.join(over)} 隔开",
        f"the zone of {zone} is in pieces: {names.en} cut off by {', '.join(over_en)}",
    )
    return Break("pieces", piece, school, between, words)


def _zone(assignment: Ints, area: int, called: Called) -> Text:
    school = int(assignment[area])
    if school == NOBODY:
        return Text("没有学校", "no school")
    return Text(called.school_name(school), called.school_name(school))


def _bridge(graph: Graph, piece: Sequence[int], main: set[int]) -> Iterator[int]:
    """The fewest areas that would join the piece with the rest of its zone, from the piece on; none if nothing does."""
    came: dict[int, int] = dict.fromkeys(piece, NOBODY)
    waiting = deque(piece)
    while waiting:
        area = waiting.popleft()
        if area in main:
            at, path = came[area], []
            while came[at] != NOBODY:
                path.append(at)
                at = came[at]
            yield from reversed(path)
            return
        for other in beside(graph, area):
            if other not in came:
                came[other] = area
                waiting.append(other)

"""One failing example for every fault of a problem's numbers, and nothing to say of a sound one."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from junheng.seats.assignment import Arcs, Graph, Problem, check_problem
from junheng.seats.places import from_polygons
from tests.seats.assignment.towns import dense
from tests.seats.places.squares import KM, square

NAMES = {"area_names": ("东", "中", "西", "岛"), "school_names": ("一小", "二小")}


def graph(*pairs: tuple[int, int], count: int = 4) -> Graph:
    """Neighbours as given, one way each."""
    rows = sorted(pairs)
    first = np.searchsorted([left for left, _ in rows], np.arange(count + 1))
    return Graph(first.astype(np.int64), np.array([right for _, right in rows], np.int64))


def both(*pairs: tuple[int, int], count: int = 4) -> Graph:
    return graph(*pairs, *((right, left) for left, right in pairs), count=count)


def sound() -> Problem:
    """Four areas in a row, a school at each end."""
    metres = np.array([[100.0, 900], [400, 600], [600, 400], [900, 100]])
    problem = dense(metres, np.array([30, 20, 20, 30]), np.array([60, 60]))
    return replace(problem, touching=both((0, 1), (1, 2), (2, 3)), home=np.array([0, 3]))


def without(problem: Problem, area: int) -> Problem:
    return replace(problem, arcs=problem.arcs.kept(problem.arcs.area != area))


def with_arcs(problem: Problem, school: int, metres: float) -> Problem:
    """The first arc leads elsewhere or is so long."""
    arcs = problem.arcs
    at, long = arcs.school.copy(), arcs.metres.copy()
    at[0], long[0] = school, metres
    return replace(problem, arcs=Arcs(arcs.first, at, long))


STOPS: dict[str, tuple[Callable[[Problem], Problem], str, str]] = {
    "pupils below 0": (lambda one: replace(one, pupils=np.array([-3, 20, 20, 30])), "negative_count", "片区“东”"),
    "seats below 0": (lambda one: replace(one, seats=np.array([60, -1])), "negative_count", "学校“二小”"),
    "metres below 0": (lambda one: with_arcs(one, 0, -5.0), "negative_count", "路程“东 → 一小”"),
    "metres that are none": (lambda one: with_arcs(one, 0, np.nan), "not_a_number", "路程“东 → 一小”"),
    "a way to no school": (lambda one: with_arcs(one, 7, 5.0), "not_in_table", "片区“东”"),
    "a way given twice": (lambda one: with_arcs(one, 1, 5.0), "place_repeated", "路程“东 → 二小”"),
    "a border with no area": (lambda one: replace(one, touching=graph((1, 9))), "not_in_table", "片区“中”"),
    "a border with itself": (lambda one: replace(one, touching=graph((1, 1))), "zone_borders_itself", "片区“中”"),
    "a border with one side": (lambda one: replace(one, touching=graph((1, 2))), "border_one_sided", "片区“中”"),
    "a lock along no way": (
        lambda one: replace(without(one, 2), locked=np.array([-1, -1, 0, -1])),
        "lock_without_way",
        "片区“西”",
    ),
}
NOTES: dict[str, tuple[Callable[[Problem], Problem], str, str]] = {
    "nobody there": (lambda one: replace(one, pupils=np.array([30, 0, 20, 30])), "nobody_lives_there", "片区“中”"),
    "no way at all": (lambda one: without(one, 3), "no_way", "片区“岛”"),
    "nowhere to go under the cap": (lambda one: replace(one, cap_metres=300.0), "no_way_left", "片区“中”"),
    "an island": (lambda one: replace(one, touching=both((0, 1), (1, 2))), "island", "片区“岛”"),
    "two parts": (lambda one: replace(one, touching=both((0, 1), (2, 3))), "piece_apart", "片区 西, 岛"),
    "a school nowhere": (lambda one: replace(one, home=np.array([0, -1])), "school_in_no_area", "学校“二小”"),
    "seats below pupils": (lambda one: replace(one, seats=np.array([60, 30])), "seats_below_children", "全部片区"),
    "a part with too few": (
        lambda one: replace(one, seats=np.array([80, 40]), touching=both((0, 1), (2, 3))),
        "seats_below_children",
        "片区 西、岛",
    ),
}


def test_a_sound_problem_has_nothing_to_say() -> None:
    found = check_problem(sound(), **NAMES)  # type: ignore[arg-type]
    assert (found.stops, found.notes) == ((), ())


@pytest.mark.parametrize("name", STOPS)
def test_what_makes_numbers_meaningless_stops(name: str) -> None:
    spoil, code, where = STOPS[name]
    found = check_problem(spoil(sound()), **NAMES)  # type: ignore[arg-type]
    assert [(one.code, one.where.zh) for one in found.stops] == [(code, where)]


@pytest.mark.parametrize("name", NOTES)
def test_what_may_be_true_is_noted(name: str) -> None:
    spoil, code, where = NOTES[name]
    found = check_problem(spoil(sound()), **NAMES)  # type: ignore[arg-type]
    assert found.stops == ()
    assert (code, where) in [(one.code, one.where.zh) for one in found.notes]


def test_borders_of_no_length_are_named_where_they_part_the_map() -> None:
    corner = from_polygons(np.array([square(0, 0), square(KM, 0), square(2 * KM, KM), square(3 * KM, KM)]))
    problem = replace(sound(), touching=both((0, 1), (2, 3)))
    found = check_problem(problem, adjacency=corner, **NAMES)
    assert ("border_without_length", "片区 中, 西") in [(one.code, one.where.zh) for one in found.notes]


def test_all_faults_come_at_once_in_both_languages_and_by_number_without_names() -> None:
    found = check_problem(replace(sound(), pupils=np.array([-1, -2, 5, 5]), seats=np.array([-1, 50])))
    assert [one.where.en for one in found.stops] == ["area “#0”", "area “#1”", "school “#0”"]
    for one in (*found.stops, *check_problem(replace(without(sound(), 3), cap_metres=300.0)).notes):
        told = one.to_dict()
        assert all(told[part][language] for part in ("where", "what", "rule", "fix") for language in ("zh", "en"))

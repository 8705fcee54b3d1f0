"""Maximum flow and its cut: who is too many is so by counting, and groups share nothing."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from junheng.seats.assignment import Arcs
from junheng.seats.assignment.flow import groups, largest_flow, reached, short_areas

WAYS = st.lists(st.sets(st.integers(0, 3), max_size=4), min_size=1, max_size=5)


def town(ways: list[set[int]]) -> Arcs:
    first = np.cumsum([0, *(len(one) for one in ways)])
    school = np.array([to for one in ways for to in sorted(one)], np.int64)
    return Arcs(first, school, np.zeros(school.size))


def most_lacking(children: list[int], arcs: Arcs, seats: np.ndarray) -> int:
    """The largest excess of children over seats in reach, over every set of areas."""
    areas = range(len(children))
    found = 0
    for size in range(1, len(children) + 1):
        for some in combinations(areas, size):
            near = reached(arcs, np.array(some))
            found = max(found, sum(children[at] for at in some) - int(seats[near].sum()))
    return found


@given(WAYS, st.lists(st.integers(0, 9), min_size=5, max_size=5), st.lists(st.integers(0, 12), min_size=4, max_size=4))
def test_the_flow_leaves_over_what_counting_proves(ways: list[set[int]], many: list[int], free: list[int]) -> None:
    arcs, children, seats = town(ways), many[: len(ways)], np.array(free)
    left = sum(children) - largest_flow(np.array(children), arcs, seats).optimal_flow()
    assert left == most_lacking(children, arcs, seats)
    short = short_areas(np.array(children), arcs, seats)
    assert (short.size > 0) == (left > 0)
    if short.size:
        assert sum(children[at] for at in short) - seats[reached(arcs, short)].sum() == left


@given(WAYS)
def test_groups_share_no_school_and_hold_every_area_once(ways: list[set[int]]) -> None:
    arcs = town(ways)
    areas = np.flatnonzero([bool(one) for one in ways])
    found = groups(arcs, areas)
    assert sorted(at for one in found for at in one.tolist()) == areas.tolist()
    for one, other in combinations(found, 2):
        assert not set(reached(arcs, one)) & set(reached(arcs, other))

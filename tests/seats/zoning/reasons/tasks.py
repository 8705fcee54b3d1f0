"""Small tasks for the tests, every plan of them, and the three worked examples of the documentation."""

import itertools
from collections.abc import Iterable, Iterator

import numpy as np
from hypothesis import strategies as st

from junheng.seats.zoning.reasons.breaches import breaches
from junheng.seats.zoning.reasons.demands import Demand, Task
from junheng.seats.zoning.zone_map import Floats, Neighbours, Plan, neighbours
from tests.seats.zoning.maps import grid


def row_of(count: int) -> Neighbours:
    """Areas in a row, each bordering the next."""
    return neighbours(count, [(at, at + 1, 1.0) for at in range(count - 1)])


def metres(places: Iterable[float], schools: Iterable[float]) -> Floats:
    """Distances along a street."""
    return np.abs(np.array(list(places), dtype=np.float64)[:, None] - np.array(list(schools), dtype=np.float64))


def too_few_seats_within_reach() -> Task:
    """Five areas along a street of 2 km; the west has pupils, the seats are in the east."""
    return Task(
        areas=("甲", "乙", "丙", "丁", "戊"),
        schools=("西校", "东校"),
        pupils=np.array([60.0, 70, 50, 40, 30]),
        seats=np.array([120.0, 400.0]),
        borders=row_of(5),
        home=np.array([0, 4]),
        metres=metres([0, 500, 1000, 1500, 2000], [0, 2000]),
        cap=1000,
    )


def a_lock_across_another_zone() -> Task:
    """Four areas along a street: the last is locked to the first school, one between to the second."""
    return Task(
        areas=("甲", "乙", "丙", "丁"),
        schools=("一小", "二小"),
        pupils=np.array([20.0] * 4),
        seats=np.array([100.0, 100.0]),
        borders=row_of(4),
        home=np.array([0, 1]),
        metres=np.zeros((4, 2)),
        locks={3: 0},
    )


def behind_a_neck() -> Task:
    """A headland behind a neck: seats enough in all, but every way to the empty school leads through the full one's."""
    return Task(
        areas=("岬", "湾", "颈", "街", "田"),
        schools=("颈小", "田小"),
        pupils=np.array([50.0, 50, 30, 20, 10]),
        seats=np.array([100.0, 300.0]),
        borders=row_of(5),
        home=np.array([2, 4]),
        metres=np.zeros((5, 2)),
    )


def plans(task: Task) -> Iterator[Plan]:
    """Every plan that leaves the schools in their zones."""
    for choice in itertools.product(range(len(task.schools)), repeat=len(task.areas)):
        plan = np.array(choice, dtype=np.int64)
        if all(plan[home] == school for school, home in enumerate(task.home.tolist())):
            yield plan


def can_meet(task: Task, asked: Iterable[Demand]) -> bool:
    """Whether some plan meets the demands, by trying all."""
    wanted = set(asked)
    return any(not wanted & {one.demand for one in breaches(task, plan)} for plan in plans(task))


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    """Six areas, two schools, demands that clash now and then."""
    land = grid(3, 2, [0, draw(st.integers(1, 5))])
    pupils = draw(st.lists(st.integers(0, 9).map(float), min_size=6, max_size=6))
    seats = draw(st.lists(st.integers(5, 40).map(float), min_size=2, max_size=2))
    ways = draw(st.lists(st.integers(0, 9).map(float), min_size=12, max_size=12))
    free = [area for area in range(6) if area not in land.home]
    locks = draw(st.dictionaries(st.sampled_from(free), st.integers(0, 1), max_size=3))
    return Task(
        areas=land.areas,
        schools=land.schools,
        pupils=np.array(pupils),
        seats=np.array(seats),
        borders=Neighbours(land.start, land.neighbour, land.border),
        home=land.home,
        metres=np.array(ways).reshape(6, 2),
        cap=draw(st.one_of(st.none(), st.integers(3, 9).map(float))),
        locks=locks,
        contiguous=draw(st.booleans()),
    )

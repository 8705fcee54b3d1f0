"""Small boards for the tests: a grid with schools, two counties, straight distances."""

import numpy as np
from hypothesis import strategies as st

from junheng.seats.zoning.editing import Board, Nearness, straight
from junheng.seats.zoning.zone_map import Neighbours, Plan
from tests.seats.zoning.maps import grid


def board(
    width: int = 4, height: int = 3, homes: tuple[int, ...] = (0, 11), today: list[int] | None = None, seed: int = 1
) -> Board:
    """A grid of squares of 100 m, two grades; the first half of the schools lies in county A."""
    land = grid(width, height, list(homes))
    size, count = width * height, len(homes)
    dice = np.random.default_rng(seed)
    at = np.array([(100.0 * (area % width), 100.0 * (area // width)) for area in range(size)])
    points = at[list(homes)]
    distances = straight(at, points)
    nearest = np.array([int(np.hypot(*(points - one).T).argmin()) for one in at])
    return Board(
        areas=land.areas,
        grades=("1", "2"),
        schools=land.schools,
        counties=("A", "B"),
        pupils=dice.integers(0, 40, (size, 2)).astype(float),
        borders=Neighbours(land.start, land.neighbour, land.border),
        seats=np.full(count, 300.0),
        classes=np.full((count, 2), 4.0),
        home=np.array(homes, dtype=np.int64),
        county=np.array([0 if school < (count + 1) // 2 else 1 for school in range(count)]),
        distances=distances,
        today=nearest if today is None else np.array(today, dtype=np.int64),
        class_norm=45,
        nearness=Nearness(radius=150, nearest=False),
    )


@st.composite
def boards_with_plans(draw: st.DrawFn) -> tuple[Board, Plan]:
    """A board and an arbitrary plan on it."""
    width, height = draw(st.integers(2, 4)), draw(st.integers(2, 4))
    homes = tuple(draw(st.lists(st.integers(0, width * height - 1), min_size=1, max_size=3, unique=True)))
    made = board(width, height, homes, seed=draw(st.integers(0, 99)))
    schools = st.integers(0, len(homes) - 1)
    plan = draw(st.lists(schools, min_size=width * height, max_size=width * height))
    return made, np.array(plan, dtype=np.int64)

"""Small maps for the tests: a grid of unit squares with schools, and any plan on it."""

import numpy as np
from hypothesis import strategies as st

from junheng.seats.zoning.zone_map import Plan, ZoneMap, neighbours


def grid(width: int, height: int, homes: list[int], pupils: list[float] | None = None, seats: float = 100) -> ZoneMap:
    """``width × height`` unit squares named by row and column; area ``i`` lies at ``(i % width, i // width)``."""
    size = width * height
    across = [(i, i + 1, 1.0) for i in range(size) if (i + 1) % width]
    down = [(i, i + width, 1.0) for i in range(size - width)]
    rows = neighbours(size, across + down)
    return ZoneMap(
        areas=tuple(f"r{i // width}c{i % width}" for i in range(size)),
        pupils=np.array(pupils if pupils is not None else [10.0] * size),
        surface=np.ones(size),
        perimeter=np.full(size, 4.0),
        start=rows.start,
        neighbour=rows.neighbour,
        border=rows.border,
        schools=tuple(f"S{at}" for at in range(len(homes))),
        seats=np.full(len(homes), seats),
        home=np.array(homes, dtype=np.int64),
    )


@st.composite
def maps_with_plans(draw: st.DrawFn) -> tuple[ZoneMap, Plan]:
    """A grid with some schools and an arbitrary plan, contiguous or not."""
    width, height = draw(st.integers(2, 5)), draw(st.integers(2, 5))
    size = width * height
    homes = draw(st.lists(st.integers(0, size - 1), min_size=1, max_size=4, unique=True))
    pupils = draw(st.lists(st.integers(0, 60).map(float), min_size=size, max_size=size))
    plan = draw(st.lists(st.integers(0, len(homes) - 1), min_size=size, max_size=size))
    return grid(width, height, homes, pupils), np.array(plan, dtype=np.int64)

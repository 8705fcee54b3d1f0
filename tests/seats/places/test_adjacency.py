import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.places import Adjacency, from_points, from_polygons

from .squares import KM, ROW, degrees, square


def pairs(found: Adjacency) -> set[tuple[int, int]]:
    return set(zip(found.left.tolist(), found.right.tolist(), strict=True))


def test_squares_side_by_side_share_a_kilometre() -> None:
    found = from_polygons(np.array(ROW))
    assert pairs(found) == {(0, 1), (1, 2)}
    assert found.metres.tolist() == pytest.approx([1000, 1000], rel=1e-3)
    starts, items = found.rows()
    assert [items[starts[at] : starts[at + 1]].tolist() for at in range(3)] == [[1], [0, 2], [1]]


def test_a_corner_is_no_border() -> None:
    found = from_polygons(np.array([square(0, 0), square(KM, KM)]))
    assert pairs(found) == set()
    assert found.touching.tolist() == [[0, 1]]


def test_borders_with_other_corners_and_a_gap_of_a_millimetre_are_borders_still() -> None:
    found = from_polygons(np.array([square(0, 0), square(KM + 0.001, -300, 700), square(KM + 0.001, 400, 700)]))
    assert pairs(found) == {(0, 1), (0, 2), (1, 2)}
    assert found.metres.tolist()[:2] == pytest.approx([400, 600], rel=1e-2)


def test_a_real_gap_is_a_gap() -> None:
    assert pairs(from_polygons(np.array([square(0, 0), square(KM + 1, 0)]))) == set()


def test_pieces_are_numbered_by_size() -> None:
    found = from_polygons(np.array([square(9 * KM, 0), *ROW]))
    assert found.pieces().tolist() == [1, 0, 0, 0]


def test_points_are_joined_up_to_the_cut() -> None:
    lon, lat = np.array([degrees(*one) for one in ((0, 0), (1000, 0), (0, 1000), (1100, 1000), (9000, 9000))]).T
    assert pairs(from_points(lon, lat, cut=1200)) == {(0, 1), (0, 2), (1, 3), (2, 3)}
    assert pairs(from_points(lon, lat, cut=1600)) >= {(0, 1), (0, 2), (1, 3), (2, 3)}
    assert np.isnan(from_points(lon, lat, cut=1200).metres).all()


def test_points_on_a_line_and_few_points() -> None:
    lon, lat = np.array([degrees(at, 0) for at in (0, 900, 1800)]).T
    assert pairs(from_points(lon, lat, cut=1000)) == {(0, 1), (1, 2)}
    assert pairs(from_points(lon[:1], lat[:1], cut=1000)) == set()


def test_a_polygon_with_a_hole_neighbours_what_fills_it() -> None:
    ring = shapely.difference(square(0, 0), square(300, 300, 400))
    assert pairs(from_polygons(np.array([ring, square(300, 300, 400)]))) == {(0, 1)}


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 100_000), st.sampled_from([0.0, 1e-15, 1e-14, 1e-13, 1e-12, 1e-9]), st.booleans())
def test_corners_that_differ_in_the_last_digits_lose_no_neighbour(seed: int, apart: float, more: bool) -> None:
    """Squares of a grid, each drawn with corners of its own that differ by some 1e-15 to 1e-9 degrees."""
    dice, count, side = np.random.default_rng(seed), 4, 0.002
    west, south = dice.uniform(-180, 179), dice.uniform(-60, 60)

    def drawn(x: int, y: int) -> shapely.Polygon:
        ring: list[tuple[float, float]] = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]
        if more:
            ring = [
                at for one, next_ in zip(ring, ring[1:] + ring[:1], strict=True) for at in (one, between(one, next_))
            ]
        shift = dice.uniform(-apart, apart, (len(ring), 2))
        return shapely.Polygon(np.array([west, south]) + side * np.array(ring, float) + shift)

    def between(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
        part = dice.random()
        return one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])

    found = from_polygons(np.array([drawn(x, y) for x in range(count) for y in range(count)]))
    wanted = {(x * count + y, x * count + y + 1) for x in range(count) for y in range(count - 1)}
    wanted |= {(x * count + y, (x + 1) * count + y) for x in range(count - 1) for y in range(count)}
    assert pairs(found) == wanted
    assert len(found.touching) == 2 * (count - 1) ** 2
    assert found.metres.min() > 0.9 * side * 111_000 * np.cos(np.radians(60))

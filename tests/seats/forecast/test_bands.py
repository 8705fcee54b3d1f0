"""Bands hold as many truths as they promise, for errors of any shape and size."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.forecast.bands import Errors, spreads
from junheng.seats.forecast.bands import band as around


def errors(said: np.ndarray, actual: np.ndarray, step: int = 1, age: int = 0) -> Errors:
    return Errors(np.full(said.size, step), said, actual, np.full(said.size, age))


def band(past: Errors, step: int, points: np.ndarray, level: float = 0.8) -> tuple[np.ndarray, np.ndarray]:
    return around(spreads(past, step, level), step, points)


@pytest.mark.parametrize("shape", ["normal", "skewed"])
@pytest.mark.parametrize("level", [0.5, 0.8, 0.9])
def test_coverage_is_what_was_promised(shape: str, level: float) -> None:
    rng = np.random.default_rng(1)
    said = rng.uniform(50, 500, 4000)
    noise = rng.normal(0, 0.1, 4000) if shape == "normal" else rng.gamma(2, 0.05, 4000) - 0.05
    actual = said * (1 + noise)
    low, high = band(errors(said[:2000], actual[:2000]), 1, said[2000:], level)
    inside = (actual[2000:] >= low) & (actual[2000:] <= high)
    assert inside.mean() == pytest.approx(level, abs=0.03)


def test_small_numbers_get_wider_bands_when_their_errors_were_wider() -> None:
    rng = np.random.default_rng(2)
    said = rng.uniform(5, 500, 3000)
    actual = said + rng.normal(0, 5, 3000)
    points = np.array([10.0, 450.0])
    low, high = band(errors(said, actual), 1, points)
    width = (high - low) / points
    assert width[0] > 4 * width[1]


def test_a_horizon_without_errors_widens_with_the_root_of_time() -> None:
    said = np.full(60, 100.0)
    actual = 100 * np.exp(np.random.default_rng(3).normal(0, 0.1, 60))
    near = band(errors(said, actual), 1, np.array([100.0]))
    far = band(errors(said, actual), 4, np.array([100.0]))
    assert np.log((far[1] + 1) / 101) == pytest.approx(2 * np.log((near[1] + 1) / 101))


def test_old_errors_weigh_less() -> None:
    calm, wild = np.full(100, 100.0), np.linspace(20, 180, 100)
    both = Errors(np.ones(200, dtype=int), np.full(200, 100.0), np.concatenate([calm, wild]), np.repeat([0, 30], 100))
    low, high = band(both, 1, np.array([100.0]))
    assert high[0] - low[0] < 5


@settings(deadline=None, max_examples=50)
@given(
    st.lists(st.tuples(st.floats(0, 1000), st.floats(0, 1000)), min_size=1, max_size=80),
    st.lists(st.floats(0, 2000), min_size=1, max_size=10),
    st.integers(1, 6),
)
def test_a_band_holds_its_point_and_nothing_below_zero(
    past: list[tuple[float, float]], points: list[float], step: int
) -> None:
    said, actual = (np.array(part) for part in zip(*past, strict=True))
    low, high = band(errors(said, actual), step, np.array(points))
    assert (low >= 0).all()
    assert (low <= points).all()
    assert (high >= points).all()


def test_no_point_no_band() -> None:
    low, high = band(errors(np.full(5, 10.0), np.full(5, 11.0)), 1, np.array([np.nan, 10.0]))
    assert np.isnan(low).tolist() == np.isnan(high).tolist() == [True, False]


def test_nothing_learned_is_no_band() -> None:
    nothing = errors(np.empty(0), np.empty(0))
    assert spreads(nothing, 3) == ()
    low, high = band(nothing, 3, np.array([5.0]))
    assert np.isnan(low).all()
    assert np.isnan(high).all()


def test_no_year_has_a_narrower_band_than_a_nearer_one() -> None:
    rng = np.random.default_rng(6)
    near, far = rng.normal(100, 30, 50), rng.normal(100, 3, 50)
    past = Errors(np.repeat([1, 2], 50), np.full(100, 100.0), np.concatenate([near, far]), np.zeros(100, dtype=int))
    learned = spreads(past, 2)
    first, second = (around(learned, step, np.array([100.0])) for step in (1, 2))
    assert second == first

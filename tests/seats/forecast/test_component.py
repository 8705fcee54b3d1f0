"""Cohorts by hand, nobody lost or invented, and the two-count short form."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.forecast import cohort_change_ratios, cohort_component, hamilton_perry


def test_two_years_by_hand() -> None:
    ahead = cohort_component(
        np.array([[100.0, 90.0, 80.0]]),
        np.array([[70.0], [60.0]]),
        np.array([0.99, 0.998, 1.0]),
        np.array([0.0, 5.0, -200.0]),
    )
    assert ahead[0] == pytest.approx(np.array([[69.3, 100 * 0.998 + 5, 0.0]]))
    assert ahead[1] == pytest.approx(np.array([[59.4, 69.3 * 0.998 + 5, 0.0]]))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.floats(0, 1e4), min_size=4, max_size=4), st.lists(st.floats(0, 1e4), min_size=1, max_size=6))
def test_without_death_and_migration_nobody_is_lost(ages: list[float], born: list[float]) -> None:
    population, births = np.array([ages]), np.array(born)[:, None]
    ahead = cohort_component(population, births, np.ones(4))
    line = np.concatenate([births[::-1, 0], ages])
    for year in range(len(born)):
        start = len(born) - 1 - year
        assert ahead[year, 0] == pytest.approx(line[start : start + 4])


@pytest.mark.parametrize(
    ("population", "births", "survival"),
    [
        (np.ones((1, 3)), np.ones((2, 2)), np.ones(3)),
        (np.ones((1, 3)), np.ones((2, 1)), np.ones(2)),
        (np.ones((1, 3)), np.ones((2, 1)), np.array([1.0, 1.1, 1.0])),
        (-np.ones((1, 3)), np.ones((2, 1)), np.ones(3)),
        (np.ones((1, 3)), -np.ones((2, 1)), np.ones(3)),
    ],
)
def test_what_does_not_fit_is_refused(population: np.ndarray, births: np.ndarray, survival: np.ndarray) -> None:
    with pytest.raises(ValueError, match=r"births|survival|population"):
        cohort_component(population, births, survival)


def test_two_counts_are_enough_for_the_next() -> None:
    earlier, later = np.array([[10.0, 20.0, 0.0, 30.0]]), np.array([[12.0, 15.0, 5.0, 18.0]])
    ratios = cohort_change_ratios(earlier, later, 2)
    assert np.isnan(ratios[0, :2]).all()
    assert ratios[0, 2:] == pytest.approx([0.5, 0.9])
    assert hamilton_perry(later, ratios, np.array([[11.0, 12.0]]), 2) == pytest.approx(np.array([[11, 12, 6, 13.5]]))
    assert np.isnan(cohort_change_ratios(np.zeros((1, 3)), np.ones((1, 3)), 1)).all()
    with pytest.raises(ValueError, match="4 years"):
        cohort_change_ratios(earlier, later, 4)

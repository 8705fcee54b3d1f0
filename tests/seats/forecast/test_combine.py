"""The mixture lies between its parts and trusts the cohorts less with each year."""

import numpy as np
import pytest

from junheng.seats.forecast.combine import COHORT_DECAY, COHORT_WEIGHT, combined


def test_weights_by_horizon() -> None:
    one, nothing = np.ones((3, 1, 1)), np.zeros((3, 1, 1))
    found = combined({"progression": one, "level": nothing})[:, 0, 0]
    assert found == pytest.approx([COHORT_WEIGHT * COHORT_DECAY**step for step in range(3)])
    assert combined({"progression": one, "level": one}) == pytest.approx(one)

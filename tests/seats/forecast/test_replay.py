"""No origin knows what came after it; only what is wholly known at both ends is scored."""

import numpy as np
import pytest

from junheng.seats.forecast.grades import Section
from junheng.seats.forecast.replay import METHODS, in_sections, replay, wholly_known
from tests.seats.forecast.conftest import Made

NO = np.nan
LOW, HIGH = Section("low", 1, 2), Section("high", 3, 3)


def test_sums_by_section() -> None:
    assert in_sections(np.array([[1.0, 2.0, NO], [NO, NO, 5.0]]), [1, 2, 3], [LOW, HIGH]).tolist() == [[3, 0], [0, 5]]


def test_every_origin_says_the_same_whatever_comes_later(made: Made) -> None:
    rng = np.random.default_rng(3)
    counts = rng.integers(20, 60, (8, 3, 3)).astype(float)
    changed = counts.copy()
    changed[5:] *= 7
    one, other = (replay(made(held), [LOW, HIGH], 3) for held in (counts, changed))
    for before, after in zip(one.origins[:4], other.origins[:4], strict=True):
        assert before.at <= 4
        for name in METHODS:
            assert before.paths[name] == pytest.approx(after.paths[name], nan_ok=True)


def test_the_last_origin_looks_as_far_as_asked_and_earlier_ones_as_far_as_is_known(made: Made) -> None:
    past = replay(made(np.full((5, 1, 3), 30.0)), [LOW, HIGH], 3)
    assert [len(one.paths["level"]) for one in past.origins] == [3, 2, 1, 3]
    assert past.now is past.origins[-1]


def test_suppressed_and_untaught_sections_are_not_scored(made: Made) -> None:
    counts = np.array([[[5, 6, 7], [8, 9, NO]], [[5, NO, 7], [8, 9, NO]], [[5, 6, 7], [NO, NO, NO]]], dtype=float)
    blank = np.zeros(counts.shape, dtype=bool)
    blank[1, 0, 1] = True
    panel = made(counts, blank=blank)
    assert wholly_known(panel, [LOW, HIGH]).tolist() == [
        [[True, True], [True, False]],
        [[False, True], [True, False]],
        [[True, True], [False, False]],
    ]
    past = replay(panel, [LOW, HIGH], 1)
    assert past.scored(past.origins[0], 1).tolist() == [[False, True], [False, False]]

"""Chosen points and bands at every origin, made from its own past only."""

import numpy as np
import pytest

from junheng.seats.forecast.grades import Section
from junheng.seats.forecast.replay import replay
from junheng.seats.forecast.work import Said, Work
from tests.seats.forecast.conftest import Made


def worked(made: Made, counts: np.ndarray) -> Work:
    return Work(replay(made(counts), [Section("all", 1, 3)], 2))


def test_what_was_said_is_lined_up_with_what_came(made: Made) -> None:
    work = worked(made, np.full((5, 2, 3), 40.0))
    assert work.sections.said == pytest.approx(work.sections.actual)
    assert set(work.sections.actual) == {120.0}
    assert work.cells.said.size == 3 * work.sections.said.size


def test_only_known_truths_make_a_band() -> None:
    held = Said(np.array([1, 1, 2]), np.array([1, 2, 1]), np.ones(3), np.ones(3))
    assert held.known_at(2).step.tolist() == [1]
    assert held.known_at(3).age.tolist() == [1, 0, 0]


def test_bands_of_the_past_do_not_move_with_the_future(made: Made) -> None:
    counts = np.random.default_rng(11).integers(20, 60, (9, 5, 3)).astype(float)
    changed = counts.copy()
    changed[6:] *= 3
    one, other = (worked(made, held) for held in (counts, changed))
    before, after = (held.learned(held.sections, 5, 2) for held in (one, other))
    assert [part.below.tolist() for part in before] == [part.below.tolist() for part in after]
    assert [part.above.tolist() for part in before] == [part.above.tolist() for part in after]
    assert one.points[5] == pytest.approx(other.points[5])
    assert one.points[8] != pytest.approx(other.points[8])

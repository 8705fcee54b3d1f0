"""Zones grown from their schools are in one piece and leave nobody out who can be reached."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.seats.assignment import NOBODY, faults
from junheng.seats.assignment.grow import grown
from junheng.seats.assignment.ready import ready
from junheng.seats.assignment.state import plan_of
from tests.seats.assignment.towns import dense, town


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("homes", [True, False])
def test_every_zone_is_in_one_piece(seed: int, homes: bool) -> None:
    problem = replace(town(seed=seed)[0], seats=np.full(9, 10_000))
    problem = ready(problem if homes else replace(problem, home=None))
    assignment = grown(problem)
    assert (assignment != NOBODY).all()
    assert faults(problem, plan_of(problem, assignment, 0.0, 0.0, 0), contiguous=True) == []


def test_it_needs_to_know_what_touches() -> None:
    with pytest.raises(ValueError, match="touch"):
        grown(dense(np.ones((2, 2)), np.ones(2), np.ones(2)))

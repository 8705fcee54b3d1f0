"""Compiled loops answer as the plain ones, and the two solvers of the chain live in one process."""

import subprocess
import sys

import numpy as np
import pytest

from junheng.seats.compiled import compiled


@compiled
def weighed(values: np.ndarray, weights: np.ndarray) -> float:
    total = 0.0
    for at in range(values.size):
        total += values[at] * weights[at]
    return total


def test_it_answers_as_the_plain_loop() -> None:
    values, weights = np.array([0.1, 0.2, 0.3]), np.array([3.0, 2.0, 1.0])
    plain = 0.0
    for value, weight in zip(values.tolist(), weights.tolist(), strict=True):
        plain += value * weight
    assert weighed(values, weights) == plain


@pytest.mark.parametrize(
    "order", ["highspy, ortools.graph.python.min_cost_flow", "ortools.graph.python.min_cost_flow, highspy"]
)
def test_both_solvers_live_in_one_process(order: str) -> None:
    """highspy 1.15 and ortools 9.15 carry the same symbols and cannot be imported together."""
    subprocess.run([sys.executable, "-c", f"import {order}"], check=True)  # noqa: S603

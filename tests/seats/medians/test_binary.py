"""A child process solves, says infeasible, and is stopped when it will not stop itself."""

import subprocess
from typing import Any

import numpy as np
import pytest

from junheng.seats.medians.binary import Program, best_binary, solved

TWO = Program(
    np.array([3.0, 2.0]),
    np.array([0, 1, 2]),
    np.array([0, 0]),
    np.array([1.0, 1.0]),
    np.array([1.0]),
    np.array([np.inf]),
)


def test_it_chooses_the_cheaper() -> None:
    found = best_binary(TWO, np.zeros(2, bool), 10)
    assert found is not None
    assert found.chosen is not None
    assert found.chosen.tolist() == [1]
    assert found.bound == pytest.approx(2)


def test_a_known_answer_is_a_start_not_an_end() -> None:
    given: dict[str, Any] = {name: getattr(TWO, name) for name in Program.__slots__}
    answer = solved(given | {"known": np.array([True, False]), "until": np.array(np.inf)})
    assert answer["chosen"].tolist() == [1]


def test_what_cannot_be_is_said() -> None:
    impossible = Program(TWO.cost, TWO.starts, TWO.rows, TWO.entries, np.array([3.0]), np.array([3.0]))
    found = best_binary(impossible, np.zeros(2, bool), 10)
    assert found is not None
    assert (found.infeasible, found.chosen, found.bound) == (True, None, np.inf)


def test_a_process_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: Any, timeout: float, **__: Any) -> None:
        raise subprocess.TimeoutExpired("child", timeout)

    monkeypatch.setattr(subprocess, "run", late)
    assert best_binary(TWO, np.zeros(2, bool), 1) is None

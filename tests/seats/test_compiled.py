"""Compiled loops answer as the plain ones, and the two solvers of the chain live in one process."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numba
import numpy as np
import pytest

from junheng.seats import compiled as module
from junheng.seats.compiled import compiled, digest, keep_by_sources


@compiled
def weighed(values: np.ndarray, weights: np.ndarray) -> float:
    total = 0.0
    for at in range(values.size):
        total += values[at] * weights[at]
    return total


@compiled
def doubled(values: np.ndarray, weights: np.ndarray) -> float:
    return 2.0 * weighed(values, weights)


def test_loops_call_loops() -> None:
    values, weights = np.array([0.5, 0.25]), np.array([4.0, 8.0])
    assert doubled(values, weights) == 2.0 * weighed(values, weights) == 8.0


def test_no_process_loads_the_library_before_it_runs_a_loop() -> None:
    asked = "import junheng.cli, junheng.web.workbench.views.editor, junheng.seats.medians.solve"
    code = f"import django; from django.conf import settings; {asked}; import sys; assert 'numba' not in sys.modules"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "junheng.web.settings.test"}
    code = code.replace("; import junheng", "; django.setup(); import junheng", 1)
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)  # noqa: S603


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


def test_a_change_in_any_source_is_another_state(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "a.py").write_text("x = 1")
    (tmp_path / "inner" / "b.py").write_text("y = 1")
    first = digest(tmp_path)
    assert digest(tmp_path) == first
    (tmp_path / "inner" / "b.py").write_text("y = 2")
    second = digest(tmp_path)
    (tmp_path / "inner" / "b.py").rename(tmp_path / "inner" / "c.py")
    assert len({first, second, digest(tmp_path)}) == 3


def test_machine_code_of_older_states_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "kept"
    for name, at in (("older", 0.0), ("beside", time.time())):
        (kept / name).mkdir(parents=True)
        os.utime(kept / name, (at, at))
    monkeypatch.setattr(module, "KEPT", kept)
    config: Any = numba.config
    monkeypatch.setattr(config, "CACHE_DIR", config.CACHE_DIR)
    keep_by_sources()
    assert {one.name for one in kept.iterdir()} == {digest(module.SOURCES), "beside"}
    assert Path(config.CACHE_DIR).parent == kept

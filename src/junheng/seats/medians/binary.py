"""Binary programs for HiGHS in a process of their own, which is stopped for certain when its time is over.

The file is also that process: run as a script it reads a program from standard input and writes the answer to
standard output. It imports nothing of the project, so that it starts quickly.
"""

import io
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
SPARE = 0.3
"""Seconds kept for writing the answer."""
GRACE = 0.7
"""Seconds beyond its time before the process is stopped; HiGHS' own limit is soft."""
ONE = 0.5
"""A binary above this is one."""


@dataclass(frozen=True, slots=True)
class Program:
    """Least ``cost`` of 0/1 columns, given in compressed form, with rows within ``lower`` … ``upper``."""

    cost: Floats
    starts: Ints
    rows: Ints
    entries: Floats
    lower: Floats
    upper: Floats


@dataclass(frozen=True, slots=True)
class Found:
    """``chosen`` columns are one, ``None`` without an answer; no answer costs less than ``bound``, infinite when
    none exists."""

    chosen: Ints | None
    bound: float
    infeasible: bool


def best_binary(program: Program, known: NDArray[np.bool_], seconds: float) -> Found | None:
    """What HiGHS finds in ``seconds``, from the ``known`` answer if one is marked; ``None`` when it was stopped."""
    given = {name: getattr(program, name) for name in Program.__slots__}
    packed = io.BytesIO()
    np.savez(packed, known=known, until=np.array(time.time() + seconds), **given)
    command, most = [sys.executable, "-P", __file__], seconds + GRACE
    try:
        done = subprocess.run(command, input=packed.getvalue(), capture_output=True, timeout=most, check=True)  # noqa: S603
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    with np.load(io.BytesIO(done.stdout)) as answer:
        chosen = answer["chosen"] if answer["feasible"] else None
        return Found(chosen, float(answer["bound"]), bool(answer["infeasible"]))


def solved(given: dict[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """The answer as arrays, of a program as arrays."""
    import highspy

    solver = highspy.Highs()
    for name, value in {"output_flag": False, "threads": 1, "mip_rel_gap": 1e-9, "mip_abs_gap": 1e-7}.items():
        solver.setOptionValue(name, value)
    solver.passModel(_model(given))
    if given["known"].any():
        first = highspy.HighsSolution()
        first.col_value = given["known"].astype(float).tolist()
        solver.setSolution(first)
    solver.setOptionValue("time_limit", max(0.1, float(given["until"]) - time.time() - SPARE))
    solver.run()
    info, status = solver.getInfo(), solver.getModelStatus()
    infeasible = status == highspy.HighsModelStatus.kInfeasible
    feasible = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    return {
        "chosen": np.flatnonzero(np.array(solver.getSolution().col_value) > ONE),
        "feasible": np.array(feasible),
        "bound": np.array(np.inf if infeasible else info.mip_dual_bound),
        "infeasible": np.array(infeasible),
    }


def _model(given: dict[str, NDArray[Any]]) -> Any:
    import highspy

    lp, columns = highspy.HighsLp(), given["cost"].size
    lp.num_col_, lp.num_row_ = columns, given["lower"].size
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = given["cost"], np.zeros(columns), np.ones(columns)
    lp.row_lower_, lp.row_upper_ = given["lower"], given["upper"]
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = given["starts"], given["rows"], given["entries"]
    lp.integrality_ = [highspy.HighsVarType.kInteger] * columns
    return lp


def _main() -> None:
    with np.load(io.BytesIO(sys.stdin.buffer.read())) as packed:
        answer = solved(dict(packed))
    written = io.BytesIO()
    np.savez(written, **answer)  # type: ignore[arg-type]
    sys.stdout.buffer.write(written.getvalue())


if __name__ == "__main__":
    _main()

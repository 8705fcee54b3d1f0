"""The set covering of customers by clusters, as a mixed-integer program in a process that can be stopped for certain.

Run as a module it reads the program from standard input and writes the chosen columns to standard output.
"""

import io
import subprocess
import sys

import numpy as np

from junheng.seats.medians.columns import Columns
from junheng.seats.medians.problem import Ints

GRACE = 1.0
"""Seconds beyond its own limit before the process is stopped; the limits of the solver are soft."""


def best_cover(columns: Columns, wanted: Ints, incumbent: Ints, seconds: float) -> Ints | None:
    """The clusters, among ``wanted``, that cover every customer at least cost as far as found in ``seconds``.

    ``incumbent`` are clusters of a known answer, all among ``wanted``; ``None`` when nothing was found.
    """
    parts = [columns.members[at] for at in wanted]
    given = io.BytesIO()
    np.savez(
        given,
        cost=np.array(columns.costs)[wanted],
        site=np.array(columns.sites)[wanted],
        starts=np.concatenate(([0], np.cumsum([part.size for part in parts]))),
        rows=np.concatenate(parts),
        known=np.isin(wanted, incumbent),
        sizes=np.array([columns.problem.customers, columns.problem.p or 0]),
        seconds=np.array(seconds),
    )
    command = [sys.executable, "-m", __name__]
    try:
        done = subprocess.run(command, input=given.getvalue(), capture_output=True, timeout=seconds + GRACE, check=True)  # noqa: S603
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    chosen = np.load(io.BytesIO(done.stdout))["chosen"]
    return wanted[chosen] if chosen.size else None


def _answer(given: dict[str, np.ndarray]) -> np.ndarray:
    """The chosen columns, empty when none were found."""
    import highspy

    from junheng.seats.medians.cover_model import cover_model

    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_rel_gap", 1e-9)
    solver.setOptionValue("time_limit", float(given["seconds"]) - 0.5)
    solver.passModel(cover_model(given))
    known = highspy.HighsSolution()
    known.col_value = given["known"].astype(float).tolist()
    solver.setSolution(known)
    solver.run()
    values = np.array(solver.getSolution().col_value)
    return np.flatnonzero(values > 0.5)  # noqa: PLR2004


def _main() -> None:
    with np.load(io.BytesIO(sys.stdin.buffer.read())) as packed:
        chosen = _answer(dict(packed))
    np.savez(sys.stdout.buffer, chosen=chosen)


if __name__ == "__main__":
    _main()

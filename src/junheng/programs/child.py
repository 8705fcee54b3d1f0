"""The child of ``Solver``: answers mixed-integer programs from standard input until there are no more."""

import os
import sys
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from junheng.programs.pipe import PRECISE, received, send

INFEASIBLE = 2
"""What SciPy calls the status of a program without a solution."""


def serve(source: BinaryIO | Any, target: BinaryIO | Any) -> None:
    """Greets when its solver is loaded, then answers programs until there are no more."""
    import scipy.optimize  # noqa: F401 - loaded before the first program is timed

    send(target, {})
    while (given := received(source)) is not None:
        send(target, answered(given))


def answered(given: dict[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """Values (empty when none was found), objective and bound of a program."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    shape = (given["lowest"].size, given["cost"].size)
    rows = coo_array((given["value"], (given["row"], given["column"])), shape=shape).tocsr()
    answer = milp(
        given["cost"],
        integrality=given["whole"].astype(int),
        bounds=Bounds(np.zeros(shape[1]), given["upper"]),
        constraints=LinearConstraint(rows, given["lowest"], given["highest"]),
        options={"time_limit": float(given["seconds"]), "mip_rel_gap": float(given.get("gap", PRECISE))},
    )
    linear = not given["whole"].any() and answer.success
    bound = answer.fun if linear else getattr(answer, "mip_dual_bound", None)
    return {
        "values": np.empty(0) if answer.x is None else answer.x,
        "objective": np.array(np.inf if answer.fun is None else answer.fun),
        "bound": np.array(0.0 if bound is None or not np.isfinite(bound) else bound),
        "infeasible": np.array(answer.status == INFEASIBLE),
    }


def own_output() -> BinaryIO:
    """Standard output for the answers alone: what the solver itself prints is thrown away."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


if __name__ == "__main__":
    serve(sys.stdin.buffer, own_output())

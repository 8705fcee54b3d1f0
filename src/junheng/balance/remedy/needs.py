"""How much a school must gain to reach a bound, in whole steps of the quantity.

Rounding the demand up before anything is solved loses nothing, since no smaller amount exists, and brings the linear
relaxation close to the whole-number optimum.
"""

import numpy as np

from junheng.balance.remedy.problem import Floats
from junheng.balance.tolerance import lowered

NOISE = 1e-6
"""Of one step; far above the rounding of the division, and every result is tested as the verdict tests it."""


def least_change(
    above: Floats, below: Floats, per: float, bound: float | None, step: float, *, share: Floats | float = 1.0
) -> Floats:
    """(n,) least change, a multiple of ``step``, after which ``per * above / below`` reaches the bound.

    ``above`` grows by ``share`` (n,) of the change. Negative where some could be given away. Without a bound,
    everything could.
    """
    if bound is None:
        return np.asarray(-np.floor(above / share / step + NOISE) * step)
    steps = np.ceil((bound * below / per - above) / share / step - NOISE)
    short = per * (above + share * np.round(steps * step, 6)) / below < lowered(bound)
    return np.asarray(np.round((steps + short) * step, 6))

"""Balance: from the facts of schools to the verdict on their county.

A flat table of school sections goes through ``evaluate``; the facts of a whole city go through ``judge``. Every result
opens with ``explain_*`` down to the reported facts; years and standards are laid side by side by ``trend`` and
``compare_2012``.
"""

from junheng.balance.evaluate import evaluate
from junheng.balance.evaluation import Evaluation
from junheng.balance.inputs import InputError, InputFault
from junheng.balance.judge import judge
from junheng.balance.units import Units, units_of

__all__ = ["Evaluation", "InputError", "InputFault", "Units", "evaluate", "judge", "units_of"]

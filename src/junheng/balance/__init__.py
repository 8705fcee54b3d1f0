"""Balance: from the facts of schools to the verdict on their county.

A flat table of school sections goes through ``evaluate``; the facts of a whole city go through ``judge``.
"""

from junheng.balance.evaluate import evaluate
from junheng.balance.evaluation import Evaluation
from junheng.balance.inputs import InputError, InputFault

__all__ = ["Evaluation", "InputError", "InputFault", "evaluate"]

"""Why a map cannot be zoned as asked: the smallest set of demands that clash, and where a plan breaks which.

``demands`` names everything asked of a ``Task``; ``diagnose`` finds a plan or a conflict; ``breaches`` looks at a
given plan; ``conflict_words`` and ``breach_words`` say it in Chinese and English.
"""

from junheng.seats.zoning.reasons.breaches import Breach, breaches
from junheng.seats.zoning.reasons.conflict import Diagnosis, diagnose
from junheng.seats.zoning.reasons.demands import Demand, Task, demands
from junheng.seats.zoning.reasons.words import breach_words, conflict_words, demand_words

__all__ = [
    "Breach",
    "Demand",
    "Diagnosis",
    "Task",
    "breach_words",
    "breaches",
    "conflict_words",
    "demand_words",
    "demands",
    "diagnose",
]

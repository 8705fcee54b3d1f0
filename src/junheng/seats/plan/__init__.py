"""Plan to the horizon (远期规划): forecast → gap → travel → building → zones for 2026, 2030, 2035 in one run.

The same children from end to end: what is forecast for a county, section and year is what its gap counts and what its
zones hold, child by child. ``plan`` runs the chain, ``faults`` is the independent checker, ``HorizonPlan`` the answer.
"""

from junheng.seats.plan.boarding import RURAL
from junheng.seats.plan.check import faults
from junheng.seats.plan.choices import MILESTONES, Choices
from junheng.seats.plan.columns import COLUMNS, base_of
from junheng.seats.plan.costs import Asked
from junheng.seats.plan.result import HorizonPlan
from junheng.seats.plan.run import plan
from junheng.seats.plan.tables import SECTIONS, Base, Tables

__all__ = [
    "COLUMNS",
    "MILESTONES",
    "RURAL",
    "SECTIONS",
    "Asked",
    "Base",
    "Choices",
    "HorizonPlan",
    "Tables",
    "base_of",
    "faults",
    "plan",
]

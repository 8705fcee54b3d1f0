"""Remedy: the least costly set of changes after which a county passes, with the proof that none is cheaper.

A judged table and unit costs go in (``remedy``); out come, for each county section, what to add and move at which
school, what it costs, a bound below which no plan can cost, and the verdict after the plan, asked of ``evaluate``
again. ``sections`` and ``solve`` are the same in two steps, for those who spread plans over years or draw them.
"""

from junheng.balance.remedy.costs import Costs, Limits
from junheng.balance.remedy.plan import Action, Demand, Plan
from junheng.balance.remedy.problem import Changes, Problem
from junheng.balance.remedy.quantities import Quantity, quantities
from junheng.balance.remedy.reading import costs_from
from junheng.balance.remedy.sections import Section, sections
from junheng.balance.remedy.service import Remedy, remedy
from junheng.balance.remedy.solve import Answer, solve

__all__ = [
    "Action",
    "Answer",
    "Changes",
    "Costs",
    "Demand",
    "Limits",
    "Plan",
    "Problem",
    "Quantity",
    "Remedy",
    "Section",
    "costs_from",
    "quantities",
    "remedy",
    "sections",
    "solve",
]

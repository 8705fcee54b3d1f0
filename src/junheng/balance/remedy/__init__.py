"""Remedy: the least costly set of changes after which a county passes, with the proof that none is cheaper.

A judged table and unit costs go in (``remedy``); out come, for each county section, what to add and move at which
school, what it costs, a bound below which no plan can cost, and the verdict after the plan, asked of ``evaluate``
again. ``sections`` and ``solve`` are the same in two steps. ``bought`` says what a sum of money brings about,
``demand_prices`` what each demand costs, ``sensitivity`` how far pupils and prices move the cost, ``spread`` in which
year to pay for what.
"""

from junheng.balance.remedy.budget import Bought, bought, bought_for
from junheng.balance.remedy.costs import Costs, Limits
from junheng.balance.remedy.demand_prices import DemandPrice, demand_prices
from junheng.balance.remedy.plan import Action, Demand, Plan
from junheng.balance.remedy.problem import Changes, Problem
from junheng.balance.remedy.quantities import Quantity, quantities
from junheng.balance.remedy.reading import costs_from
from junheng.balance.remedy.sections import Section, sections
from junheng.balance.remedy.sensitivity import Varied, sensitivity
from junheng.balance.remedy.service import Remedy, remedy
from junheng.balance.remedy.solve import Answer, solve
from junheng.balance.remedy.spread import Spread, spread

__all__ = [
    "Action",
    "Answer",
    "Bought",
    "Changes",
    "Costs",
    "Demand",
    "DemandPrice",
    "Limits",
    "Plan",
    "Problem",
    "Quantity",
    "Remedy",
    "Section",
    "Spread",
    "Varied",
    "bought",
    "bought_for",
    "costs_from",
    "demand_prices",
    "quantities",
    "remedy",
    "sections",
    "sensitivity",
    "solve",
    "spread",
]

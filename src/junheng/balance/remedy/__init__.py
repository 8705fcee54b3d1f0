"""Remedy: the least costly set of changes after which a county passes, with the proof that none is cheaper.

A judged table and unit costs go in (``remedy``); out come, for each county section, what to add and move at which
school, what it costs, a bound below which no plan can cost, and the verdict after the plan, asked of ``evaluate``
again. With ``shares_of`` the facts (``whole_schools`` for both), schools of several sections are planned whole;
``wholes`` puts their parts together again. ``sections`` and ``solve`` are the same in two steps. ``curve`` says what
sums of money bring about (``bought`` for one of them), ``demand_prices`` what each demand costs and ``drivers`` who
drives a dispersion, ``sensitivity`` how far pupils and prices move the cost, ``spread`` in which year to pay for what.
"""

from junheng.balance.remedy.beyond import Beyond, beyond
from junheng.balance.remedy.budget import Bought, bought, bought_for
from junheng.balance.remedy.costs import Costs, Limits
from junheng.balance.remedy.curve import Curve, Point, curve
from junheng.balance.remedy.demand_prices import DemandPrice, Driver, Priced, demand_prices, demands, drivers, priced
from junheng.balance.remedy.joint import Stand
from junheng.balance.remedy.plan import Action, Demand, Plan
from junheng.balance.remedy.problem import Changes, Problem
from junheng.balance.remedy.pupils import Rezoned, pupils_of, rezoned
from junheng.balance.remedy.quantities import Quantity, quantities
from junheng.balance.remedy.reading import costs_from
from junheng.balance.remedy.roofs import Roof, roofs
from junheng.balance.remedy.sections import Section, sections
from junheng.balance.remedy.sensitivity import PUPILS, Varied, sensitivity, together, whole_sum
from junheng.balance.remedy.service import Remedy, remedy
from junheng.balance.remedy.shares import shares_of, whole_schools
from junheng.balance.remedy.solve import GAP, Answer, solve
from junheng.balance.remedy.spread import Spread, spread, why_not
from junheng.balance.remedy.ways.curve import curve_by_ways
from junheng.balance.remedy.ways.demand_prices import demands_by_ways, priced_by_ways
from junheng.balance.remedy.ways.table import set_out
from junheng.balance.remedy.ways.way import Cap, Way
from junheng.balance.remedy.wholes import Whole, wholes

__all__ = [
    "GAP",
    "PUPILS",
    "Action",
    "Answer",
    "Beyond",
    "Bought",
    "Cap",
    "Changes",
    "Costs",
    "Curve",
    "Demand",
    "DemandPrice",
    "Driver",
    "Limits",
    "Plan",
    "Point",
    "Priced",
    "Problem",
    "Quantity",
    "Remedy",
    "Rezoned",
    "Roof",
    "Section",
    "Spread",
    "Stand",
    "Varied",
    "Way",
    "Whole",
    "beyond",
    "bought",
    "bought_for",
    "costs_from",
    "curve",
    "curve_by_ways",
    "demand_prices",
    "demands",
    "demands_by_ways",
    "drivers",
    "priced",
    "priced_by_ways",
    "pupils_of",
    "quantities",
    "remedy",
    "rezoned",
    "roofs",
    "sections",
    "sensitivity",
    "set_out",
    "shares_of",
    "solve",
    "spread",
    "together",
    "whole_schools",
    "whole_sum",
    "wholes",
    "why_not",
]

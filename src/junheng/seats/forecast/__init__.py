"""How many children there will be: pupils by area, grade and year, with bands, judged by their own past.

``forecast`` takes reported pupils and ``backtest`` is its record; ``reconcile`` makes parts add up to official totals.
``cohort_component`` starts from births instead, ``hamilton_perry`` from two counts of a small area, ``dwelling_yield``
from new housing; births, entry and migrant children come by scenario.
"""

from junheng.seats.forecast.births import births_by_scenario, entrants_ahead, entry_ratio
from junheng.seats.forecast.component import cohort_change_ratios, cohort_component, hamilton_perry
from junheng.seats.forecast.dwellings import dwelling_yield, migrant_children
from junheng.seats.forecast.forecast import backtest, forecast
from junheng.seats.forecast.reconcile import reconcile
from junheng.seats.forecast.result import Backtest, Forecast

__all__ = [
    "Backtest",
    "Forecast",
    "backtest",
    "births_by_scenario",
    "cohort_change_ratios",
    "cohort_component",
    "dwelling_yield",
    "entrants_ahead",
    "entry_ratio",
    "forecast",
    "hamilton_perry",
    "migrant_children",
    "reconcile",
]

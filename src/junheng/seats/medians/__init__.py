"""The classics of siting: capacitated p-median and single-source capacitated facility location.

Text becomes a :class:`Problem`; :func:`solve` answers with the best found and a bound that proves how good it is;
:func:`verified_cost` looks at it independently, :func:`lower_bound` is the bound on its own.
"""

from junheng.seats.medians.answer import Answer
from junheng.seats.medians.bound import Bound, lower_bound
from junheng.seats.medians.check import WrongAnswerError, verified_cost
from junheng.seats.medians.facilities_text import read_facilities
from junheng.seats.medians.infeasible import Infeasible
from junheng.seats.medians.points_text import read_points
from junheng.seats.medians.problem import Distance, Problem, facility_problem, median_problem
from junheng.seats.medians.solve import solve

__all__ = [
    "Answer",
    "Bound",
    "Distance",
    "Infeasible",
    "Problem",
    "WrongAnswerError",
    "facility_problem",
    "lower_bound",
    "median_problem",
    "read_facilities",
    "read_points",
    "solve",
    "verified_cost",
]

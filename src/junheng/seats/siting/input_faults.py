"""What is wrong with the numbers a siting is asked from: those of the areas and ways, of the options, of the limits."""

from collections.abc import Iterator

import numpy as np

from junheng.policy.text import Text
from junheng.seats.assignment import check_problem
from junheng.seats.faults import Fault
from junheng.seats.places import Findings, named
from junheng.seats.siting.model import SitingProblem
from junheng.seats.siting.reasons import Names

SITE, LIMITS = Text("用地", "site"), Text("限制", "limits")


def check_siting(problem: SitingProblem, names: Names | None = None) -> Findings:
    """Every fault of a siting, as ``check_problem`` names those of an assignment; seats are those at the largest."""
    called = names or Names()
    stops = (*_options(problem, called), *_limits(problem))
    if stops:
        return Findings(stops, ())
    at_largest = problem.places_at_most
    found = check_problem(at_largest, area_names=called.areas, school_names=called.sites)
    return Findings((*_missized(problem, called), *found.stops), found.notes)


def _options(problem: SitingProblem, names: Names) -> Iterator[Fault]:
    options = problem.options
    for at in np.flatnonzero(np.diff(options.first) < 1).tolist():
        yield Fault("option_of_no_site", named(SITE, names.site(at)))


def _missized(problem: SitingProblem, names: Names) -> Iterator[Fault]:
    options = problem.options
    for option in np.flatnonzero(options.seats < 0).tolist():
        told = {"name": "seats", "value": int(options.seats[option])}
        yield Fault("negative_count", named(SITE, names.site(int(options.site[option]))), told)
    for option in np.flatnonzero(~np.isfinite(options.money)).tolist():
        told = {"name": "money", "value": f"{options.money[option]:g}"}
        yield Fault("not_a_number", named(SITE, names.site(int(options.site[option]))), told)


def _limits(problem: SitingProblem) -> Iterator[Fault]:
    if problem.at_most is not None and problem.at_most < 0:
        yield Fault("limit_below_zero", LIMITS, {"name": "at_most", "value": problem.at_most})
    if not problem.budget >= 0:
        yield Fault("limit_below_zero", LIMITS, {"name": "budget", "value": f"{problem.budget:g}"})

"""An independent look at an answer: every rule of the problem again in plain lines, the objective from scratch."""

import math
from collections.abc import Sequence

from junheng.seats.medians.problem import ROUNDING, Problem


class WrongAnswerError(AssertionError):
    """A solver handed out what breaks a rule of the problem."""


def verified_cost(problem: Problem, opened: Sequence[int], assignment: Sequence[int]) -> float:
    """The objective of a right answer.

    Args:
        opened: the open sites.
        assignment: per customer its site.

    Raises:
        WrongAnswerError: naming the first rule that does not hold.
    """
    chosen = set(opened)
    _require(len(chosen) == len(opened), "a site is open twice")
    _require(problem.p is None or len(chosen) == problem.p, f"{len(chosen)} sites are open, not {problem.p}")
    _require(all(0 <= site < problem.sites for site in chosen), "an open site does not exist")
    _require(len(assignment) == problem.customers, "a customer has no site")
    _require(set(assignment) <= chosen, "a customer is sent to a closed site")
    for site in chosen:
        customer = int(problem.own[site])
        _require(customer < 0 or assignment[customer] == site, f"median {site} does not serve itself")
    load = dict.fromkeys(chosen, 0.0)
    for customer, site in enumerate(assignment):
        load[site] += float(problem.demand[customer])
    for site, held in load.items():
        _require(held <= float(problem.capacity[site]) * (1 + ROUNDING), f"site {site} holds {held}")
    served = (float(problem.cost[customer, site]) for customer, site in enumerate(assignment))
    return math.fsum([*served, *(float(problem.fixed[site]) for site in sorted(chosen))])


def _require(holds: bool, rule: str) -> None:
    if not holds:
        raise WrongAnswerError(rule)

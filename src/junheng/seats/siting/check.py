"""The independent checker of a siting: limits kept, areas served within the seats chosen, numbers true."""

from dataclasses import replace

import numpy as np

from junheng.seats.assignment.check import NEAR
from junheng.seats.assignment.check import faults as plan_faults
from junheng.seats.assignment.model import NOBODY
from junheng.seats.siting.model import SitingPlan, SitingProblem


def faults(problem: SitingProblem, answer: SitingPlan) -> list[str]:
    """Everything wrong with a siting; empty when it keeps every limit and its numbers are true."""
    options, found = problem.options, []
    if (options.site[answer.chosen] != np.arange(problem.new.size)).any():
        return ["an option of another site"]
    if (problem.followed(answer.chosen) != answer.chosen).any():
        return ["an annexe that is not at the option of its site"]
    seats, money = options.seats[answer.chosen], float(options.money[answer.chosen].sum())
    if (seats != answer.seats).any():
        found.append("seats are not those of the options")
    found += plan_faults(replace(problem.places, seats=seats), answer.plan)
    opened = seats > 0
    if problem.at_most is not None and int((opened & problem.new).sum()) > problem.at_most:
        found.append(f"{int((opened & problem.new).sum())} new sites of at most {problem.at_most}")
    if money > problem.budget * (1 + NEAR):
        found.append(f"{money} spent of {problem.budget}")
    if problem.group is not None:
        wanted = set(problem.group[problem.group != NOBODY].tolist())
        found += [f"no site open in group {one}" for one in sorted(wanted - set(problem.group[opened].tolist()))]
    cost = answer.plan.objective + problem.metres_per_money * money
    if abs(money - answer.money) > NEAR * max(1.0, money) or abs(cost - answer.objective) > NEAR * max(1.0, cost):
        found.append("objective or money differ")
    if answer.bound > cost * (1 + NEAR):
        found.append(f"bound {answer.bound} above objective {cost}")
    return found

"""``site``: a siting, or in words why there is none.

The search moves sites and areas together and looks only at the few ways of each area that are promising with every
site open. Once the sites are chosen, the areas are assigned anew along all of their ways, and the better plan stands.
"""

from dataclasses import replace

from junheng.seats.assignment import assign
from junheng.seats.siting.model import SitingPlan, SitingProblem
from junheng.seats.siting.reasons import Names, Unsited, why_limits
from junheng.seats.siting.solve import site as searched

SEARCHED = 0.8
"""Part of the time for the search; the rest is for the areas."""


def site(
    problem: SitingProblem,
    *,
    seconds: float = 30.0,
    seed: int = 0,
    steps: int | None = None,
    names: Names | None = None,
) -> SitingPlan | Unsited:
    """Which sites to open at what size, and one school for each area; no school above its seats.

    Args:
        problem: sites, limits and areas.
        seconds: to spend, certificate included.
        seed: of the random numbers.
        steps: area moves to try instead of ``seconds``; the same steps and seed give the same answer.
        names: of areas and sites, for the reason.

    Returns:
        The best siting found with its certificate, pupils without a seat counted in it (``why_unsited`` says why there
        are any); the reason when number, budget and groups cannot be kept together.
    """
    clash = why_limits(problem, names)
    if clash is not None:
        return clash
    found = searched(problem, seconds=SEARCHED * seconds, seed=seed, steps=steps)
    if found is None:
        return Unsited((), None, names or Names())
    return _settled(problem, found, (1 - SEARCHED) * seconds, seed, steps)


def _settled(problem: SitingProblem, found: SitingPlan, seconds: float, seed: int, steps: int | None) -> SitingPlan:
    """The same sites with the areas assigned anew from where they are, if that is better."""
    places = replace(problem.places, seats=found.seats)
    plan = assign(places, seconds=seconds, start=found.plan.assignment, seed=seed, steps=steps)
    if plan.objective >= found.plan.objective:
        return found
    spent = problem.metres_per_money * found.money
    objective = plan.objective + spent
    bound = min(found.bound, objective)
    plan = replace(
        plan,
        bound=min(found.plan.bound, plan.objective),
        seconds=found.plan.seconds + plan.seconds,
        steps=found.plan.steps + plan.steps,
    )
    return replace(found, plan=plan, objective=objective, bound=bound)

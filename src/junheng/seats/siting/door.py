"""``site``: a siting, or in words why there is none."""

from junheng.seats.siting.model import SitingPlan, SitingProblem
from junheng.seats.siting.reasons import Names, Unsited, why_limits
from junheng.seats.siting.solve import search


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
    found = search(problem, seconds=seconds, seed=seed, steps=steps)
    return found if found is not None else Unsited((), None, names or Names())

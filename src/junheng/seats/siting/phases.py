"""Sites over years: each horizon is sited in turn with its own pupils and money, and what was built stays.

What is open or extended in one horizon may only grow in the next. Solved forwards, one horizon at a time: a plan that
spends early is followed to its end, not searched backwards. Each horizon's bound ignores what was built before and
allows all money up to then, so the sum of the bounds holds for every plan over the years, however it looks ahead.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from junheng.policy.text import Text
from junheng.seats.assignment.model import Floats, Ints, gap
from junheng.seats.siting.bounds import siting_bound
from junheng.seats.siting.door import site
from junheng.seats.siting.model import Options, SitingPlan, SitingProblem
from junheng.seats.siting.reasons import Names, Unsited


@dataclass(frozen=True)
class Phase:
    """One horizon: its year, its pupils, and what may be spent and newly opened up to it since the phase before."""

    year: int
    pupils: Ints
    budget: float = float("inf")
    at_most: int | None = None


@dataclass(frozen=True)
class Unphased:
    """No plan over the years: the first ``year`` whose limits, with what was built before, cannot be kept, and why."""

    year: int
    reason: Unsited

    @property
    def words(self) -> Text:
        said = self.reason.words
        return Text(f"{self.year} 年：{said.zh}", f"{self.year}: {said.en}")


@dataclass(frozen=True)
class PhasedPlan:
    """A siting for every year.

    Attributes:
        years: of the phases.
        answers: the siting of each; ``money`` there is all that was spent up to it.
        bounds: of each year alone, with all the money and number allowed up to it.
    """

    years: tuple[int, ...]
    answers: tuple[SitingPlan, ...]
    bounds: tuple[float, ...]

    @property
    def objective(self) -> float:
        """The sum of all years' objectives."""
        return sum(one.objective for one in self.answers)

    @property
    def bound(self) -> float:
        """What no plan over the years can cost less than."""
        return sum(self.bounds)

    @property
    def gap(self) -> float:
        return gap(self.objective, self.bound)


def site_in_phases(
    problem: SitingProblem,
    phases: Sequence[Phase],
    *,
    seconds: float = 30.0,
    seed: int = 0,
    steps: int | None = None,
    names: Names | None = None,
) -> PhasedPlan | Unphased:
    """Sites for every phase, nested; the reason when a phase's limits cannot be kept together.

    Args:
        problem: sites, options, groups and places; its pupils, budget and number are those of the phases instead.
        phases: in order of year.
        seconds: for each phase.
        seed: of the random numbers.
        steps: area moves for each phase instead of ``seconds``.
        names: of areas and sites, for the reason.
    """
    now, money, number = problem, 0.0, 0
    answers, bounds = [], []
    for phase in phases:
        money += phase.budget
        limited = phase.at_most is not None
        number += phase.at_most or 0
        limits = {"budget": money, "at_most": number if limited else None}
        places = replace(problem.places, pupils=phase.pupils)
        asked = replace(now, places=places, **limits)  # type: ignore[arg-type]
        answer = site(asked, seconds=seconds, seed=seed, steps=steps, names=names)
        if isinstance(answer, Unsited):
            return Unphased(phase.year, answer)
        alone = replace(problem, places=places, **limits)  # type: ignore[arg-type]
        bounds.append(answer.bound if now is problem else siting_bound(alone, seconds=seconds / 4, steps=steps))
        answers.append(answer)
        now = replace(now, options=_grown(now.options, answer.chosen))
    fitting = tuple(min(low, one.objective) for low, one in zip(bounds, answers, strict=True))
    return PhasedPlan(tuple(phase.year for phase in phases), tuple(answers), fitting)


def _grown(options: Options, chosen: Ints) -> Options:
    """Options from now on: sites that were built stay built, none shrinks; closed ones and the unbuilt stay free."""
    site_of = options.site
    seats: Ints = options.seats
    money: Floats = options.money
    keep = seats >= seats[chosen][site_of]
    was_shut = seats[chosen][site_of] == 0
    keep |= was_shut
    first = np.concatenate(([0], np.cumsum(np.bincount(site_of[keep], minlength=options.first.size - 1))))
    return Options(first.astype(np.int64), seats[keep], money[keep])

"""What the planner decides: years, scenarios, money, how near to today's map. Every default is stated, none hidden."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from junheng.policy.seat_norms import SeatNorms, seat_norms
from junheng.policy.years import statistics_day

MILESTONES = (2026, 2030, 2035)
"""The years the policy plans for."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The parameters of a plan.

    Attributes:
        years: milestones, in order.
        births_percent: change of births from each year to the next, in percent; 0 holds them where they are.
        children_per_dwelling: children of 0 to 14 that a new dwelling brings; None leaves deliveries out.
        deliveries_percent: share of the planned dwellings that is delivered.
        own_norms: class norms, radii and limits to use instead of the built-in ones, by parameter id
            (``class.primary`` ...).
        cap_metres: nobody is sent farther; None for no cap.
        budget_per_year: yuan to build with in a year, for all counties together; None for no limit.
        least_classes: of a new school; a planner's choice, not a norm.
        tolerance_percent: of the children may sit above the class norm before anything is built for them.
        keep_metres: a pupil who changes today's school counts as this much way.
        needed_years: build only seats that are needed for so many years up to the horizon; what is needed for less is
            bridged with fuller classes. 1 builds for every child of a milestone.
        seconds: for the zones of a county, section and year; what to build there has five times as much.
        seed: of the random numbers.
        counties: planned for; all when empty.
    """

    years: tuple[int, ...] = MILESTONES
    births_percent: float = 0.0
    children_per_dwelling: float | None = None
    deliveries_percent: float = 100.0
    own_norms: Mapping[str, float] = field(default_factory=dict)
    cap_metres: float | None = None
    budget_per_year: int | None = None
    keep_metres: float = 500.0
    needed_years: int = 3
    least_classes: int = 12
    tolerance_percent: float = 1.0
    seconds: float = 2.0
    seed: int = 0
    counties: tuple[str, ...] = ()

    def norms(self) -> SeatNorms:
        """The class norms, radii and limits that hold in the first year planned for.

        Raises:
            LookupError, ValueError: ``own_norms`` names a parameter that there is not, or is no usable number.
        """
        return seat_norms(statistics_day(self.years[0]), dict(self.own_norms))

    def to_dict(self) -> dict[str, Any]:
        """JSON form."""
        lists = {"years": list(self.years), "counties": list(self.counties), "own_norms": dict(self.own_norms)}
        return {**asdict(self), **lists}

"""The numbers that posts of staff (教职工编制) are counted with, as of one day; None where not known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from junheng.policy.dated import built_in, numbers_in_force
from junheng.policy.parameters import Parameter, Value

_FILE = "teachers/establishment"
SECTIONS = ("primary", "junior", "senior")


@dataclass(frozen=True, slots=True)
class EstablishmentNorms:
    """By section: pupils per member of staff, weekly lessons of a teacher.

    For small rural schools: staff per class, tilt in %. ``values``: every number by its parameter.
    """

    ratio: Mapping[str, float]
    lessons: Mapping[str, float | None]
    per_class: float | None
    tilt: float | None
    values: Mapping[str, float | None]


def establishment_parameters() -> Mapping[str, Parameter]:
    """The parameters by id."""
    return built_in(_FILE)


def establishment_norms(day: date, own: Mapping[str, Value | float] | None = None) -> EstablishmentNorms:
    """The numbers in force on a day; ``own`` replaces built-in values by parameter id.

    Raises:
        LookupError: ``own`` names a parameter that there is not.
        ValueError: a value is no number or below 0, or one to divide by is not known or 0 on that day.
    """
    held = numbers_in_force(establishment_parameters(), day, own)
    return EstablishmentNorms(
        ratio={one: held.divisor(f"ratio.{one}") or held.known(f"ratio.{one}") for one in SECTIONS},
        lessons={one: held.divisor(f"lessons.{one}") for one in SECTIONS},
        per_class=held["small.per_class"],
        tilt=held["small.tilt"],
        values=held.values,
    )

"""The numbers of the law that zones are measured by, as they hold in a base's year."""

from dataclasses import dataclass

from junheng.policy.seat_norms import seat_norms
from junheng.policy.years import statistics_day

STANDARD = "jiaodu-2017-6"
SECTIONS: dict[str, tuple[int, ...]] = {"primary": (6, 7, 8, 9, 10, 11), "junior": (12, 13, 14)}
"""Section -> the age at the end of August of each of its grades."""


@dataclass(frozen=True, slots=True)
class Norms:
    """``class_norm``: pupils to a class; ``radius``: of service, in metres."""

    class_norm: float
    radius: float


def norms(section: str, year: int) -> Norms:
    """The norms of a section in a school year.

    Raises:
        ValueError: a number is not known for that year.
    """
    held = seat_norms(statistics_day(year))
    return Norms(held.class_norm[section], held.radius[section])

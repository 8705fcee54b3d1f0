"""The numbers of the law that zones are measured by, as they hold in a base's year."""

from dataclasses import dataclass

from junheng.policy import load_standard
from junheng.policy.years import statistics_day

STANDARD = "jiaodu-2017-6"
SECTIONS: dict[str, tuple[int, ...]] = {"primary": (6, 7, 8, 9, 10, 11), "junior": (12, 13, 14)}
"""Section -> the age at the end of August of each of its grades."""


@dataclass(frozen=True, slots=True)
class Norms:
    """``class_norm``: most pupils of a class; ``day``: on which it was looked up."""

    class_norm: float


def norms(section: str, year: int) -> Norms:
    """The norms of a section in a school year.

    Raises:
        LookupError: the class norm is not known.
    """
    rules = load_standard(STANDARD).rules(statistics_day(year))
    found = rules.number(f"G5.{section}")
    if found is None:
        raise LookupError(f"G5.{section}")
    return Norms(found)

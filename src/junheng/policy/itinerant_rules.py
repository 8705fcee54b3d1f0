"""The rules of itinerant teaching (走教) and their numbers, as of one day; None where not known and not applied."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from junheng.policy.dated import built_in, numbers_in_force
from junheng.policy.parameters import Parameter, Value

_FILE = "teachers/itinerant"
MOST_STOPS = 3
"""Schools of a day beyond which rounds are not planned."""


@dataclass(frozen=True, slots=True)
class ItinerantRules:
    """``days`` of a week; at most ``stops`` other schools a day and ``week`` a week, ``teacher`` lessons of a teacher
    and ``group`` of a class in a day, ``km`` a day; at most ``posts`` new ones of a subject in a county."""

    days: int
    stops: int
    week: float | None
    teacher: float | None
    group: float | None
    km: float | None
    posts: float | None
    values: Mapping[str, float | None]


def itinerant_parameters() -> Mapping[str, Parameter]:
    """The parameters by id."""
    return built_in(_FILE)


def itinerant_rules(day: date, own: Mapping[str, Value | float] | None = None) -> ItinerantRules:
    """The rules in force on a day; ``own`` replaces built-in values by parameter id.

    Raises:
        LookupError: ``own`` names a parameter that there is not.
        ValueError: a value is no number or below 0, or the days or schools of a day are not whole numbers that can be.
    """
    held = numbers_in_force(itinerant_parameters(), day, own)
    return ItinerantRules(
        days=_whole(held.known("days.week"), "days.week", 7),
        stops=_whole(held.known("schools.day"), "schools.day", MOST_STOPS),
        week=held["schools.week"],
        teacher=held["lessons.day"],
        group=held["class.day"],
        km=held["travel.most"],
        posts=held["posts.most"],
        values=held.values,
    )


def _whole(value: float, name: str, most: int) -> int:
    if value != int(value) or not 1 <= value <= most:
        raise ValueError(f"{name}: 须为 1 到 {most} 的整数 a whole number from 1 to {most}: {value:g}")
    return int(value)

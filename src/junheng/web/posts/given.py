"""The numbers of a county: those of the law with their source, what was filled in, what nobody knows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from junheng.policy.curriculum import curriculum_parameters, weekly_lessons
from junheng.policy.establishment_norms import EstablishmentNorms, establishment_norms, establishment_parameters
from junheng.policy.parameters import Parameter
from junheng.policy.retirement import RetirementLaw, retirement_law, retirement_parameters
from junheng.policy.text import Text
from junheng.web.personnel.given import Number
from junheng.web.posts.models import NumberList

GROUPS: Mapping[str, Text] = {
    "posts": Text("编制标准", "Standard of posts"),
    "lessons": Text("教师周课时", "Lessons of a teacher"),
    "retirement": Text("退休和流失", "Retirement and leaving"),
    "hours": Text("每班周课时", "Lessons of a class"),
}
Own = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class PostsNumber(Number):
    """A number of a group, filled in by ``place`` if it was."""

    group: Text
    place: str


@cache
def parameters() -> Mapping[str, Parameter]:
    """Every number that may be filled in, by id."""
    return {**establishment_parameters(), **retirement_parameters(), **curriculum_parameters()}


def in_force(lists: Iterable[NumberList], day: date) -> dict[str, dict[str, Any]]:
    """What was filled in, ``value``, ``source`` and ``place`` by id: the county's latest list before the city's."""
    latest: dict[str, NumberList] = {}
    for one in sorted(lists, key=lambda one: (one.valid_from, one.pk)):
        if one.valid_from <= day:
            latest[one.organisation.path] = one
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(latest, key=len):
        found |= {name: {**said, "place": latest[path].organisation.name} for name, said in latest[path].given.items()}
    return found


def own_of(given: Mapping[str, Mapping[str, Any]]) -> dict[str, float]:
    """The values alone."""
    return {name: said["value"] for name, said in given.items()}


def norms_of(own: Own, day: date) -> EstablishmentNorms:
    """The numbers of posts.

    Raises:
        ValueError: a number to divide by is 0.
    """
    return establishment_norms(day, {name: one for name, one in own.items() if name in establishment_parameters()})


def retirement_of(own: Own, day: date) -> RetirementLaw:
    """The numbers of retirement.

    Raises:
        ValueError: a step is 0, or a share above 100.
    """
    return retirement_law(day, {name: one for name, one in own.items() if name in retirement_parameters()})


def lessons_of(own: Own, day: date) -> Mapping[tuple[str, str], float | None]:
    """(section, subject) -> lessons a week of a class."""
    return weekly_lessons(day, {name: one for name, one in own.items() if name in curriculum_parameters()})


def numbers(given: Mapping[str, Mapping[str, Any]], day: date) -> list[PostsNumber]:
    """Every number in the order of its group."""
    own = own_of(given)
    values = {**norms_of(own, day).values, **retirement_of(own, day).values}
    values |= {f"hours.{section}.{subject}": one for (section, subject), one in lessons_of(own, day).items()}
    found = [
        PostsNumber(
            held,
            values[name],
            own.get(name),
            given.get(name, {}).get("source", ""),
            GROUPS[_group(name)],
            given.get(name, {}).get("place", ""),
        )
        for name, held in parameters().items()
    ]
    order = list(GROUPS.values())
    return sorted(found, key=lambda one: order.index(one.group))


def _group(name: str) -> str:
    if name in retirement_parameters():
        return "retirement"
    return {"lessons": "lessons", "hours": "hours"}.get(name.split(".", maxsplit=1)[0], "posts")

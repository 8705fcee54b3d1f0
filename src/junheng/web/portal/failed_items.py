"""The items of a county's part that a school helps to fail: a school may pass by itself and still be named in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from junheng.web.portal.models import County, School
from junheng.web.portal.words import listed

Said = Mapping[str, str]
"""A stored text: ``zh`` and ``en``."""


@dataclass(frozen=True, slots=True)
class FailedItem:
    """An item that the county does not meet, and what it says of the school."""

    id: str
    title: Said
    why: list[Said] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FailedYear:
    """What the school helped to fail in one year; ``school`` is a row of it in that year."""

    school: School
    items: tuple[FailedItem, ...]

    @property
    def county(self) -> County:
        return self.school.county

    @property
    def names(self) -> str:
        """``G4、G5`` or ``G4, G5``."""
        return listed(one.id for one in self.items)


def failed_years(rows: Sequence[School]) -> dict[int, FailedYear]:
    """Every year of a school in the order given, by the key of its county's row; ``rows`` hold the county's detail."""
    found: dict[int, FailedYear] = {}
    for one in rows:
        if one.county_id not in found:
            found[one.county_id] = FailedYear(one, failed_items(one.county.detail["items"], one.code))
    return found


def failed_items(items: Sequence[Mapping[str, Any]], code: str) -> tuple[FailedItem, ...]:
    """The items of a county that are not met and name the school."""
    found: dict[str, FailedItem] = {}
    for one in items:
        for bad in one["failing"] if one["ok"] is False else ():
            if bad["code"] == code:
                id_ = one["item"]["id"]
                found.setdefault(id_, FailedItem(id_, one["item"]["title"])).why.append(bad["why"])
    return tuple(found.values())

"""Another plan, or today's map, beside the one at work."""

from collections.abc import Sequence
from dataclasses import dataclass

from junheng.seats.zoning.editing import Difference, Editing, begin, compare
from junheng.web.workbench.editing import as_array, land_for
from junheng.web.workbench.models import ZonePlan
from junheng.web.workbench.showing import Tile, tiles

TODAY = "today"
SHOWN = 60
"""Differences listed; the number of all is told."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Headlines side by side (this plan, the other), and the areas that differ."""

    asked: str
    name: str
    tiles: tuple[tuple[Tile, Tile], ...]
    differences: tuple[tuple[str, float, str, str], ...]
    areas: int
    pupils: float


def compared(plan: ZonePlan, editing: Editing, others: Sequence[ZonePlan], asked: str) -> Compared | None:
    """The plan beside what ``asked`` names: the number of one of ``others``, or ``today``; None when it names none."""
    land = land_for(plan)
    other = next((one for one in others if str(one.pk) == asked), None)
    if other is None and asked != TODAY:
        return None
    zones = land.board.today if other is None else as_array(land, other.zones)
    held = compare(land.board, editing.plan, zones)
    both = zip(tiles(land, editing), tiles(land, begin(land.board, zones)), strict=True)
    names = dict(zip(land.board.schools, land.school_names, strict=True))
    listed = tuple(_words(one, land.names[land.number[one.area]], names) for one in held.differences[:SHOWN])
    return Compared(asked, other.name if other else "", tuple(both), listed, len(held.differences), held.pupils)


def _words(one: Difference, area: str, names: dict[str, str]) -> tuple[str, float, str, str]:
    return area, one.pupils, names[one.one], names[one.other]

"""Which ways people may use, and in which direction: the rules of each mode of travel, as data.

The words are OpenStreetMap's. Its page "OSM tags for routing/Access restrictions" lists what is usual where a way says
nothing of its own; the sets below follow the world-wide defaults there. What a way says of itself (``foot=no``,
``access=private``, a ``walkable`` column) wins over them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

UNBUILT = frozenset({"construction", "proposed", "planned", "abandoned", "razed", "platform", "elevator"})
"""Not there yet, no longer there, or no way to get anywhere."""
FOR_CARS = frozenset({"motorway", "motorway_link", "raceway", "bus_guideway", "busway", "escape"})
"""Closed to people on foot."""
NOT_FOR_CARS = frozenset(
    {"footway", "path", "steps", "pedestrian", "cycleway", "bridleway", "corridor", "busway", "bus_guideway"}
)
IMPLIED_ONE_WAY = frozenset({"motorway", "motorway_link"})
"""One-way unless they say otherwise."""

FORWARD = frozenset({"yes", "true", "1"})
BACKWARD = frozenset({"-1", "reverse"})
REFUSED = frozenset({"no", "private", "customers", "delivery", "military", "forestry", "agricultural"})
"""Values of an access word that keep pupils out."""


@dataclass(frozen=True, slots=True)
class Mode:
    """``closed``: kinds of way not used; ``one_way``: whether directions bind; ``access``: words asked, first wins."""

    id: str
    closed: frozenset[str]
    one_way: bool
    access: tuple[str, ...]


MODES: Mapping[str, Mode] = {
    "walk": Mode("walk", UNBUILT | FOR_CARS, one_way=False, access=("foot", "access")),
    "drive": Mode("drive", UNBUILT | NOT_FOR_CARS, one_way=True, access=("motor_vehicle", "vehicle", "access")),
}
"""On foot nobody is bound by the direction of traffic."""


def usable(mode: Mode, highway: str | None, said: Mapping[str, str | None]) -> bool:
    """Whether a way may be used; ``said`` holds its access words."""
    for word in mode.access:
        value = said.get(word)
        if value is not None:
            return value not in REFUSED
    return highway not in mode.closed


def direction(mode: Mode, highway: str | None, one_way: str | None) -> int:
    """0 both ways, 1 only as drawn, -1 only against it."""
    if not mode.one_way:
        return 0
    if one_way in FORWARD or (one_way is None and highway in IMPLIED_ONE_WAY):
        return 1
    return -1 if one_way in BACKWARD else 0

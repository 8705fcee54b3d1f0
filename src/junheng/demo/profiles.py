"""The character of each synthetic area: ``data/profiles.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from junheng.policy.own_yaml import own_yaml

Setting = Literal["inner", "zone", "county"]


@dataclass(frozen=True, slots=True)
class Profile:
    """How one area differs from the city; the fields are described in ``data/profiles.yaml``."""

    county: str
    setting: Setting
    size: float
    drift: float
    failing: float
    class_size: float
    problems: Mapping[str, float] = field(default_factory=dict)
    rescued: float = 0.0
    repaired: Mapping[int, float] = field(default_factory=dict)
    villages: float = 0.0
    riches: float = 0.0
    wide: Mapping[str, float] = field(default_factory=dict)
    capped: int | None = None
    items: tuple[str, ...] = ()
    mended: Mapping[int, list[str]] = field(default_factory=dict)
    silent: int = 0
    blank: int = 0
    unproven: tuple[str, ...] = ()

    def fails(self, item: str, year: int) -> bool:
        """Whether the area misses an item in a year: now, or because it was put right only later."""
        return item in self.items or any(item in items for mended, items in self.mended.items() if year < mended)


@cache
def profiles() -> Mapping[str, Profile]:
    """Profiles by managing body."""
    raw = own_yaml("junheng.demo", "data/profiles.yaml")
    return {county: _profile(county, one) for county, one in raw.items()}


def _profile(county: str, raw: dict[str, Any]) -> Profile:
    fields: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in raw.items()}
    return Profile(county=county, **fields)

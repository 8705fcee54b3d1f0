"""The roles and what each may do, read from ``roles.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from junheng.policy.own_yaml import own_yaml
from junheng.policy.text import Text


@dataclass(frozen=True, slots=True)
class Role:
    """``verbs`` are what its holder may do; ``level`` the kind of organisation it is held at; ``power`` is set for
    the three administrators, of which nobody holds two; ``factors`` asks for a second factor at sign-in."""

    id: str
    title: Text
    level: str
    extent: str
    verbs: frozenset[str]
    power: bool = False
    factors: int = 1


@cache
def roles() -> Mapping[str, Role]:
    held = own_yaml(__package__, "roles.yaml")
    return {
        id_: Role(
            id_,
            Text(one["title"]["zh"], one["title"]["en"]),
            one["level"],
            one["extent"],
            frozenset(one["verbs"]),
            one.get("power", False),
            one.get("factors", 1),
        )
        for id_, one in held["roles"].items()
    }


@cache
def verbs() -> Mapping[str, Text]:
    """Every verb with its words."""
    held = own_yaml(__package__, "roles.yaml")
    return {verb: Text(one["zh"], one["en"]) for verb, one in held["verbs"].items()}

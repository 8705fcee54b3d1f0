"""The table of moves and tiers, read from ``lifecycle.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from junheng.policy.own_yaml import read_yaml
from junheng.policy.text import Text
from junheng.web.accounts.roles import roles
from junheng.web.reporting.models import State

TIER = "tier"
"""A level that depends on how far the approval has come."""


@dataclass(frozen=True, slots=True)
class By:
    """Who may make a move: a verb, held at a level (empty: at any), in some states (empty: in all of the move)."""

    verb: str
    level: str = ""
    states: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Move:
    """One move. ``sources`` gives, for each state of the round, the states it may start from."""

    verb: str
    title: Text
    sources: Mapping[str, frozenset[str]]
    to: State
    by: tuple[By, ...]
    program: bool = False
    version: str = ""
    reason: bool = False
    four_eyes: bool = False
    untouched: bool = False

    @property
    def states(self) -> frozenset[str]:
        return frozenset().union(*self.sources.values())


@dataclass(frozen=True, slots=True)
class Table:
    moves: Mapping[str, Move]
    tiers: Mapping[str, tuple[str, ...]]
    approves: str


@cache
def table() -> Table:
    """The table the site works by."""
    return read_table(Path(__file__).with_name("lifecycle.yaml"))


def read_table(path: Path) -> Table:
    held = read_yaml(path.read_text(encoding="utf-8"))
    moves = {verb: _move(verb, one) for verb, one in held["moves"].items()}
    return Table(moves, {kind: tuple(levels) for kind, levels in held["tiers"].items()}, held["approves"])


@cache
def role_title(level: str, verb: str) -> Text:
    """What the role is called that has a verb at a level."""
    return next(one.title for one in roles().values() if one.level == level and verb in one.verbs)


def _move(verb: str, held: dict[str, Any]) -> Move:
    plain = {name: held[name] for name in ("program", "version", "reason", "four_eyes", "untouched") if name in held}
    return Move(
        verb,
        Text(held["title"]["zh"], held["title"]["en"]),
        {round_state: frozenset(states) for round_state, states in held["from"].items()},
        State(held["to"]),
        tuple(By(one["verb"], one.get("level", ""), frozenset(one.get("states", ()))) for one in held["by"]),
        **plain,
    )

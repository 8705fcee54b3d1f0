"""The header paths of the flat export: which column means which fact."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from junheng.facts.contracts import Field, contract
from junheng.facts.readers.labels import Names, matches, norm
from junheng.policy.own_yaml import own_yaml

Fact = tuple[str, str]
"""Table and field."""


@dataclass(frozen=True)
class FlatLayout:
    sections: Mapping[str, str]
    section_names: Mapping[str, str]
    totals: tuple[str, ...]
    tables: tuple[str, ...]
    names: Names
    paths: Mapping[Fact, tuple[str, ...]]
    totals_of: Mapping[Fact, tuple[Fact, ...]]
    largest: frozenset[Fact]

    def wanted(self, fact: Fact) -> tuple[str, ...]:
        """The labels to look for, without words that carry nothing."""
        return self._wanted[fact]

    def __post_init__(self) -> None:
        wanted = {
            fact: tuple(label for one in path if (label := self.names.of(one)) != "其中")
            for fact, path in self.paths.items()
        }
        object.__setattr__(self, "_wanted", wanted)
        by_last: dict[str, list[Fact]] = {}
        for fact, labels in wanted.items():
            by_last.setdefault(labels[-1], []).append(fact)
        object.__setattr__(self, "_by_last", by_last)

    _wanted: Mapping[Fact, tuple[str, ...]] = None  # type: ignore[assignment]
    _by_last: Mapping[str, Sequence[Fact]] = None  # type: ignore[assignment]

    def fact_of(self, path: Sequence[str]) -> tuple[Fact, str | None] | None:
        """The fact a column means and the section its labels name; None if the layout does not know it.

        A column without groups above it is known by its own label if that means one fact only.
        """
        rest, section = self.split(path)
        if not rest:
            return None
        named = self._by_last.get(rest[-1], ())
        alone = len(rest) == 1 and len(named) == 1
        fitting = list(named) if alone else [fact for fact in named if matches(rest, self._wanted[fact])]
        if not fitting:
            return None
        return max(fitting, key=lambda fact: len(self._wanted[fact])), section

    def split(self, path: Sequence[str]) -> tuple[tuple[str, ...], str | None]:
        """The path without its section, and the section."""
        by_name = {norm(name): section for section, name in self.sections.items()}
        by_name |= {norm(other): by_name[norm(name)] for other, name in self.section_names.items()}
        section, rest = None, []
        for label in path:
            inner = re.fullmatch(r"(.+)\((\w+)\)", label)
            if label in by_name and section is None:
                section = by_name[label]
            elif inner and inner[2] in by_name:
                section = by_name[inner[2]]
                rest.append(self.names.of(inner[1]))
            else:
                rest.append(label)
        return tuple(rest), section


def sectioned(table: str) -> bool:
    return "section" in contract(table).key


def field_of(fact: Fact) -> Field:
    return contract(fact[0]).field(fact[1])


def _fact(text: str) -> Fact:
    table, field = text.split(".")
    return table, field


@cache
def load_flat_layout() -> FlatLayout:
    raw = own_yaml("junheng.facts.layouts", "flat-export.yaml")
    given = {_fact(name): tuple(path) for name, path in raw["paths"].items()}
    paths: dict[Fact, tuple[str, ...]] = {}
    for table in raw["tables"]:
        rules = contract(table)
        for field in rules.fields:
            if field.id in rules.key and field.id != "school_code":
                continue
            if field.id == "school_code" and table != "schools":
                continue
            unit = f"（{field.reported_in}）" if field.reported_in else ""
            default = (rules.title.zh, field.title.zh + unit)
            paths[table, field.id] = given.get((table, field.id), default)
    return FlatLayout(
        sections=raw["sections"],
        section_names=raw["section_names"],
        totals=tuple(raw["totals"]),
        tables=tuple(raw["tables"]),
        names=Names(raw["aliases"]),
        paths=paths,
        totals_of={_fact(name): tuple(map(_fact, others)) for name, others in raw["totals_of"].items()},
        largest=frozenset(map(_fact, raw["largest"])),
    )

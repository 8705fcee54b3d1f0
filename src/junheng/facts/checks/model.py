"""The shape of every check: a name, what it looks at, and where it found something."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import isfinite
from typing import Any

import polars as pl

from junheng.facts.codes import code_list
from junheng.facts.contracts import contract
from junheng.facts.findings import Outcome
from junheng.facts.tables import Facts
from junheng.policy import Text

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Spot:
    """Facts a finding may point at. ``part`` None stands for whichever part was reported first."""

    table: str
    fields: tuple[str, ...]
    code: str
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its spots, the best place first, and the values its message is filled with."""

    spots: tuple[Spot, ...]
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Context:
    """What the checks may look at. ``expected`` lists the schools that should report (see :mod:`..board`)."""

    facts: Facts
    previous: Facts | None = None
    expected: pl.DataFrame | None = None

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Code of a school, county or managing body -> its name."""
        bodies = {code: text.zh for code, text in code_list("managing_bodies").codes.items()}
        schools = self.facts["schools"].select("school_code", "school_name").drop_nulls()
        return bodies | dict(schools.iter_rows())

    def who(self, code: str, part: str = "") -> dict[str, str]:
        """The words for a unit, in both languages: ``who`` and ``who_en``."""
        name = f"{self.names[code]}（{code}）" if code in self.names else code
        body = code_list("managing_bodies").codes.get(code)
        titles = code_list("sections_or_all").codes
        section = titles[part] if part in titles else Text(part, part)
        words = (body.en if body else self.names.get(code, ""), code, section.en)
        return {"who": f"{name}{section.zh}", "who_en": " ".join(word for word in words if word)}


@dataclass(frozen=True, slots=True)
class Check:
    """``id`` is also the code of its message, the name of its failing example and of its test."""

    id: str
    title: Text
    outcome: Outcome
    run: Callable[[Context], Iterable[Hit]]


Run = Callable[[Context], Iterable[Hit]]


class Registry(dict[str, Check]):
    """Checks by id, in the order they run."""

    def add(self, id_: str, zh: str, en: str, outcome: Outcome = Outcome.WARNED) -> Callable[[Run], Run]:
        """Decorator: register a function as a check."""

        def register(run: Run) -> Run:
            self.put(Check(id_, Text(zh, en), outcome, run))
            return run

        return register

    def put(self, check: Check) -> None:
        if check.id in self:
            raise KeyError(f"two checks are called {check.id}")
        self[check.id] = check


def keyed(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """The rows of a table with ``code`` and ``part`` in front, as the provenance names them."""
    first, *rest = contract(table).key
    part = pl.concat_str([pl.col(one).fill_null("") for one in rest], separator="/") if rest else pl.lit("")
    return frame.select(pl.col(first).alias("code"), part.alias("part"), *frame.columns)


def title(table: str, fields: Iterable[str]) -> Text:
    """The titles of some fields, added up."""
    found = [contract(table).field(one).title for one in fields]
    return Text("＋".join(one.zh for one in found), " + ".join(one.en for one in found))


def shown(number: float | int | None) -> str:
    """A number as a message shows it: no ``.0``, at most four decimals; what is no number as its own word."""
    if number is None:
        return "—"
    if not isfinite(number):
        return str(number)
    text = f"{number:.4f}".rstrip("0").rstrip(".") if number != int(number) else str(int(number))
    return "0" if text == "-0" else text

"""How a template says what it is: a very hidden sheet with kind, version and year, seen by readers only."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from functools import cache

from junheng.facts.codes import code_lists
from junheng.facts.contracts import contracts

MARK_SHEET = "_junheng"
MARK = "junheng-template"


@dataclass(frozen=True, slots=True)
class Identity:
    kind: str
    version: str
    year: int

    def rows(self) -> tuple[tuple[str, str], ...]:
        return ((MARK, self.kind), ("version", self.version), ("year", str(self.year)))


@cache
def template_version() -> str:
    """Twelve hexadecimal digits that change whenever a contract or a code list does."""
    content = [astuple(one) for one in contracts().values()] + [
        (one.id, *one.codes, *(text.zh for text in one.codes.values())) for one in code_lists().values()
    ]
    return hashlib.sha256(repr(content).encode()).hexdigest()[:12]


def identity_of(rows: Iterable[Sequence[object]]) -> Identity | None:
    """The identity written on a mark sheet, or None when the rows are not a mark."""
    said = {str(row[0]).strip(): str(row[1]).strip() for row in rows if len(row) > 1 and row[0] is not None}
    if MARK not in said:
        return None
    year = said.get("year", "").removesuffix(".0")
    return Identity(said[MARK], said.get("version", ""), int(year) if year.isdecimal() else 0)

"""Phrases with blanks: ``全县教师{teachers}人`` is filled with a number or stays ``全县教师＿＿人``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from junheng.publish.rounding import shown

BLANK = "＿＿"
SLOT = re.compile(r"\{(?P<name>[\w.]+)(?::(?P<decimals>\d))?\}")
CLAUSE_ENDS = "，。；：、（("

Value = float | int | str | None
Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The filled words, and the clauses whose blanks could not be filled."""

    text: str
    missing: tuple[str, ...]


def fill(template: str, values: Values) -> Phrase:
    """Fill every blank that has a value, rounded to its decimals; the others stay blank lines, never 0."""
    lacking = tuple(clause(template, slot) for slot in SLOT.finditer(template) if values.get(slot["name"]) is None)
    return Phrase(SLOT.sub(lambda slot: _shown(values.get(slot["name"]), slot), template), lacking)


def blank(template: str) -> str:
    """The words as on the empty form."""
    return SLOT.sub(BLANK, template)


def names(template: str) -> tuple[str, ...]:
    """The values a phrase asks for, in order."""
    return tuple(slot["name"] for slot in SLOT.finditer(template))


def clause(template: str, slot: re.Match[str]) -> str:
    """The part of the sentence around one blank, for the note on what is missing."""
    before, after = blank(template[: slot.start()]), blank(template[slot.end() :])
    start = max(before.rfind(end) for end in CLAUSE_ENDS) + 1
    stops = [place for end in CLAUSE_ENDS if (place := after.find(end)) >= 0]
    return f"{before[start:]}{BLANK}{after[: min(stops, default=len(after))]}".strip()


def _shown(value: Value, slot: re.Match[str]) -> str:
    if value is None:
        return BLANK
    return value if isinstance(value, str) else shown(value, int(slot["decimals"] or 0))

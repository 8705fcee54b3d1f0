"""What is wrong with the tables of a round, beside what the engine says of any such table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from junheng.facts.findings import Place
from junheng.policy.messages import Message, catalogue
from junheng.teachers import Fault
from junheng.web.portal.words import language

SHOWN = 200
"""Faults that a page lists at once."""


@dataclass(frozen=True, slots=True)
class SiteFault(Fault):
    """One thing wrong at one place. ``code`` names a line of this part's ``messages.yaml``."""

    @property
    def message(self) -> Message:
        return catalogue("junheng.web.personnel")[self.code]


def placed(fault: Fault, file: str, sheet: str | None) -> Fault:
    """The fault at its place in the file that was handed in, which the engine does not know."""
    old = fault.place
    return replace(fault, place=Place(file, sheet, old.row, old.column, old.header))


def told(faults: Sequence[Fault]) -> dict[str, Any]:
    """Faults of tables for a page: the first of them as place and words, and how many there are."""
    tongue = language()
    rows = [(one.where.in_(tongue), one.message.parts(tongue, one.values)) for one in faults[:SHOWN]]
    return {"faults": rows, "wrong": len(faults)}

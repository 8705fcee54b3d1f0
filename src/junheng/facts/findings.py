"""What an import has to say about a place in a file: what was changed, rejected or ignored, and how to mend it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from junheng.policy.messages import Message, catalogue
from junheng.policy.text import Language

_ADDRESS = re.compile(r"([A-Z]+)(\d+)")


class Outcome(StrEnum):
    """What happened to the value at the place."""

    CHANGED = "changed"
    REJECTED = "rejected"
    IGNORED = "ignored"
    WARNED = "warned"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the user's files; rows count from 1 as in Excel. ``header`` is the column's title as written there."""

    file: str
    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    header: str | None = None

    @property
    def cell(self) -> str | None:
        """``B7``, or None when the place is a whole file, sheet, row or column."""
        if self.row is None or self.column is None:
            return None
        return f"{column_letters(self.column)}{self.row}"

    def in_(self, language: Language) -> str:
        words = _PLACE_WORDS[language]
        parts = [f"{words['file']} {self.file}"] if self.file else []
        if self.sheet is not None:
            parts.append(f"{words['sheet']} {self.sheet}")
        if self.cell is not None:
            parts.append(f"{words['cell']} {self.cell}")
        elif self.row is not None:
            parts.append(f"{words['row']} {self.row}")
        elif self.column is not None:
            parts.append(f"{words['column']} {column_letters(self.column)}")
        if self.header:
            parts.append(f"「{self.header}」" if language == "zh" else f'"{self.header}"')
        return " ".join(parts)


_PLACE_WORDS: Mapping[Language, Mapping[str, str]] = {
    "zh": {"file": "文件", "sheet": "工作表", "cell": "单元格", "row": "行", "column": "列"},
    "en": {"file": "file", "sheet": "sheet", "cell": "cell", "row": "row", "column": "column"},
}


def place_at(file: str, sheet: str, address: str, header: str | None = None) -> Place:
    """The place of a cell that is given as ``B7``; the whole sheet or file when the address is none."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return Place(file, sheet or None, header=header)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return Place(file, sheet or None, int(found[2]), column, header)


def column_letters(column: int) -> str:
    """1 -> A, 27 -> AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say about one place. ``code`` names the line of the message catalogue."""

    code: str
    outcome: Outcome
    place: Place
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> Message:
        return messages()[self.code]

    def what(self, language: Language = "zh") -> str:
        return self.message.what.in_(language).format_map(self.values)

    def rule(self, language: Language = "zh") -> str:
        return self.message.rule.in_(language).format_map(self.values)

    def fix(self, language: Language = "zh") -> str:
        return self.message.fix.in_(language).format_map(self.values)

    def to_dict(self) -> dict[str, Any]:
        """JSON form, with the words in both languages."""
        return {
            "code": self.code,
            "outcome": str(self.outcome),
            "file": self.place.file,
            "sheet": self.place.sheet,
            "cell": self.place.cell,
            "row": self.place.row,
            "header": self.place.header,
            **{
                part: {language: getattr(self, part)(language) for language in ("zh", "en")}
                for part in ("what", "rule", "fix")
            },
        }


def messages() -> Mapping[str, Message]:
    """The message catalogue, ``messages.yaml``."""
    return catalogue("junheng.facts")

"""What is wrong with the tables of teachers: file, row, column, what, the rule, how to mend it, all of it at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from junheng.facts.findings import Place
from junheng.policy.messages import Message, catalogue
from junheng.policy.text import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong at one place. ``code`` names a line of ``messages.yaml``."""

    code: str
    place: Place
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> Message:
        return catalogue("junheng.teachers")[self.code]

    @property
    def where(self) -> Text:
        return Text(self.place.in_("zh"), self.place.in_("en"))

    def to_dict(self) -> dict[str, Any]:
        """JSON form, with the words in both languages."""
        return {
            "code": self.code,
            "file": self.place.file,
            "row": self.place.row,
            "column": self.place.header,
            "where": {"zh": self.where.zh, "en": self.where.en},
            **self.message.told(self.values),
        }


class UnfitTablesError(ValueError):
    """The tables cannot be worked with; ``faults`` are all reasons, never only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(
            "\n".join(f"{one.where.en} | {' | '.join(one.message.parts('en', one.values))}" for one in self.faults)
        )


def no_file(name: str) -> Fault:
    """A file that has to be there."""
    return Fault("file_absent", Place(name), {"name": name})

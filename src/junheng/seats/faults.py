"""What is wrong with the input of a plan, all of it at once: the place, what, the rule, how to mend it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from junheng.policy.messages import Message, catalogue
from junheng.policy.text import Language, Text


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong at one place. ``code`` names a line of ``messages.yaml``; ``where`` a row, an area, a school."""

    code: str
    where: Text
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> Message:
        return catalogue("junheng.seats")[self.code]

    def in_(self, language: Language) -> str:
        """``where | what | rule | remedy``."""
        return " | ".join((self.where.in_(language), *self.message.parts(language, self.values)))

    def to_dict(self) -> dict[str, Any]:
        """JSON form, with the words in both languages."""
        where = {"zh": self.where.zh, "en": self.where.en}
        return {"code": self.code, "where": where, **self.message.told(self.values)}


class UnfitInputError(ValueError):
    """The input cannot be worked with; ``faults`` are all reasons, never only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(one.in_("en") for one in self.faults))

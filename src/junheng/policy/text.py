"""A short text in both languages of the project."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Chinese and English; Chinese is the one officials sign."""

    zh: str
    en: str

    def in_(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en

    def __str__(self) -> str:
        return self.zh


def listed(names: Sequence[str], most: int = 5, *, counted: bool = True, counter: str = "个") -> Text:
    """Names in a row, the first ones only, and how many there are unless that is said beside them.

    Args:
        counter: the measure word of what is named.
    """
    if len(names) <= most:
        return Text("、".join(names), ", ".join(names))
    first = names[:most]
    if not counted:
        return Text(f"{'、'.join(first)} 等", f"{', '.join(first)} …")
    return Text(f"{'、'.join(first)} 等 {len(names)} {counter}", f"{', '.join(first)} and {len(names) - most} more")

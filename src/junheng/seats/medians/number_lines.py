"""Lines of numbers, with what is wrong on which line."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from junheng.policy.text import Text
from junheng.seats.faults import Fault


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank; ``number`` counts from 1 as an editor shows it."""

    number: int
    words: tuple[str, ...]

    @property
    def where(self) -> Text:
        return Text(f"第 {self.number} 行", f"line {self.number}")


def lines_of(text: str) -> list[Line]:
    """The lines that hold something; words are apart by blanks, tabs or commas."""
    split = (tuple(line.replace(",", " ").split()) for line in text.splitlines())
    return [Line(number, words) for number, words in enumerate(split, 1) if words]


def number_of(word: str) -> float | None:
    """The finite number a word writes, or ``None``."""
    try:
        value = float(word)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def sizes(line: Line, count: int, names: str) -> tuple[tuple[int, ...], list[Fault]]:
    """Whole numbers above 0, at most ``count`` of them and at least one."""
    found = [number_of(word) for word in line.words]
    right = tuple(int(one) for one in found if one is not None and one == int(one) and one > 0)
    if len(right) == len(found) <= count:
        return right, []
    return (), [Fault("size_line", line.where, {"found": " ".join(line.words)[:40], "expected": names})]


def row_faults(line: Line, names: Sequence[str], positive: Sequence[bool]) -> list[Fault]:
    """Too many or too few numbers, words that are none, and negative ones where ``positive``."""
    if len(line.words) != len(names):
        told = " ".join(dict.fromkeys(names))
        values = {"expected": len(names), "found": len(line.words), "names": told}
        return [Fault("numbers_in_row", line.where, values)]
    faults = []
    for word, name, sign in zip(line.words, names, positive, strict=True):
        value = number_of(word)
        if value is None:
            faults.append(Fault("not_a_number", line.where, {"name": name, "value": word[:40]}))
        elif sign and value < 0:
            faults.append(Fault("negative_count", line.where, {"name": name, "value": word}))
    return faults

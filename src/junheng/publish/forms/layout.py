"""The layout of an official form: its words, merged cells and blanks at their official addresses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from junheng.facts.findings import column_letters
from junheng.policy.own_yaml import own_yaml
from junheng.policy.text import Text

Style = Literal["title", "head", "code", "left", "note", "value"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: fixed words, a phrase with blanks, or one value with its decimals."""

    kind: Literal["text", "phrase", "value"]
    content: str
    decimals: int
    style: Style


@dataclass(frozen=True, slots=True)
class Rows:
    """A block with one row per school; ``note`` is the phrase under it."""

    start: int
    last: str
    columns: Mapping[str, Cell]
    note: str
    note_height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """``merges`` are official; ``tidy`` are ours, over cells that the official sheet leaves empty."""

    name: str
    grid: tuple[str, ...]
    merges: tuple[str, ...]
    tidy: tuple[str, ...]
    widths: Mapping[str, float]
    heights: Mapping[int, float]
    cells: Mapping[str, Cell]
    rows: Rows | None
    repeat: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Layout:
    id: str
    title: Text
    sheets: tuple[Sheet, ...]


@cache
def load_layout(name: str) -> Layout:
    """A layout of the package: ``application`` (forms I to VI) or ``school`` (学校自评表)."""
    raw = own_yaml("junheng.publish.layouts", f"{name}.yaml")
    return Layout(raw["id"], Text(**raw["title"]), tuple(_sheet(one) for one in raw["sheets"]))


def addresses(area: str) -> Iterator[str]:
    """``A1:B2`` -> A1, B1, A2, B2."""
    first, _, last = area.partition(":")
    (left, top), (right, bottom) = split_address(first), split_address(last or first)
    for row in range(top, bottom + 1):
        for column in range(column_number(left), column_number(right) + 1):
            yield f"{column_letters(column)}{row}"


def column_number(letters: str) -> int:
    """``A`` -> 1, ``AA`` -> 27."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def split_address(at: str) -> tuple[str, int]:
    """``AB12`` -> ``("AB", 12)``."""
    letters = at.rstrip("0123456789")
    return letters, int(at[len(letters) :])


def covering(sheet: Sheet) -> Mapping[str, str]:
    """Every cell inside a merged area -> the cell that holds the area's content."""
    return {at: area.split(":", 1)[0] for area in (*sheet.merges, *sheet.tidy) for at in addresses(area)}


def _sheet(raw: dict[str, Any]) -> Sheet:
    grid = raw["grid"]
    styles = {at: style for style, areas in raw["styles"].items() for area in areas for at in addresses(area)}
    return Sheet(
        name=raw["name"],
        grid=tuple(grid) if isinstance(grid, list) else (grid,),
        merges=tuple(raw["merges"]),
        tidy=tuple(raw["tidy"]),
        widths=raw["widths"],
        heights=raw["heights"],
        cells={at: _cell(one, styles.get(at)) for at, one in raw["cells"].items()},
        rows=_rows(raw["rows"]) if "rows" in raw else None,
        repeat=tuple(raw["repeat"]) if "repeat" in raw else None,
    )


def _cell(raw: Any, style: Style | None) -> Cell:
    if isinstance(raw, str):
        return Cell("text", raw, 0, style or "head")
    kind: Literal["phrase", "value"] = "phrase" if "phrase" in raw else "value"
    return Cell(kind, raw[kind], raw.get("decimals", 0), raw.get("style", style) or "value")


def _rows(raw: dict[str, Any]) -> Rows:
    return Rows(
        start=raw["start"],
        last=raw["last"],
        columns={letter: _cell(one, None) for letter, one in raw["columns"].items()},
        note=raw["note"],
        note_height=raw["note_height"],
    )

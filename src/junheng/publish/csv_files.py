"""A table as CSV with a meta file beside it, and back again without loss.

``x.csv`` is UTF-8 with BOM, so that Excel opens it; numbers keep full precision, an empty cell is *not reported*
and ``*`` is suppressed.
``x.meta.csv`` has one line per column and the lines that make the table whole again: title, notes and source.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

from junheng.balance.model import State
from junheng.policy.text import Text
from junheng.publish.table import SUPPRESSED, About, Column, Kind, Level, Suppressed, Table

ENCODING = "utf-8-sig"
RISKY = ("=", "+", "-", "@", "\t", "\r", "'")
META = (
    "column", "role", "kind", "title_zh", "title_en", "unit", "decimals", "group_zh", "group_en",
    "description_zh", "description_en", "standard", "snapshot", "time_period", "geographic_level", "county_code",
)  # fmt: skip
DIMENSIONS = {
    "time_period": Text("学年", "School year"),
    "geographic_level": Text("层级", "Level"),
    "county_code": Text("区县代码", "County code"),
}


def to_csv(table: Table, path: Path) -> tuple[Path, Path]:
    """Write ``path`` and its meta file; return both. A text that a spreadsheet would run as a formula gets a ``'``."""
    meta = path.with_suffix(".meta.csv")
    leading, translated = _dimensions(table), _bilingual(table)
    with path.open("w", encoding=ENCODING, newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*leading, *(name for column in table.columns for name in _names(column, translated))])
        for row in table.rows:
            pairs = zip(table.columns, row, strict=True)
            cells = (cell for one, value in pairs for cell in _cells(one, value, one.id in translated))
            writer.writerow([*leading.values(), *cells])
    with meta.open("w", encoding=ENCODING, newline="") as file:
        writer = csv.writer(file)
        writer.writerow(META)
        writer.writerows([safe(cell) for cell in line] for line in _meta(table))
    return path, meta


def safe(text: str) -> str:
    """The text with a leading ``'`` when a spreadsheet might run it; ``plain`` takes it off again."""
    return f"'{text}" if text.startswith(RISKY) else text


def plain(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(RISKY) else text


def _dimensions(table: Table) -> dict[str, str]:
    about = table.about
    if about is None:
        return {}
    values = _about_values(about)
    taken = {column.id for column in table.columns}
    return {name: value for name, value in values.items() if name not in taken}


def _about_values(about: About) -> dict[str, str]:
    return {
        "time_period": f"{about.year}-{about.year + 1}",
        "geographic_level": about.level,
        "county_code": about.county_code or "",
    }


def _bilingual(table: Table) -> frozenset[str]:
    """The columns whose words are in both languages; they take two columns of the file."""
    values = {column.id: table.column(column.id) for column in table.columns}
    return frozenset(id_ for id_, held in values.items() if any(isinstance(value, Text) for value in held))


def _names(column: Column, translated: frozenset[str]) -> list[str]:
    return [column.id, f"{column.id}_en"] if column.id in translated else [column.id]


def _cells(column: Column, value: Any, translated: bool) -> list[str]:
    if translated:
        return ["", ""] if value is None else [safe(value.zh), safe(value.en)]
    if value is None:
        return [""]
    if isinstance(value, Suppressed):
        return [str(value.value)]
    if column.numeric:
        return [repr(value)]
    return [safe(str(value))]


def _meta(table: Table) -> Iterator[list[str]]:
    about = table.about
    tail = [about.standard, about.snapshot, *_about_values(about).values()] if about else [""] * 5
    empty = [""] * 5
    yield [table.id, "table", "", table.title.zh, table.title.en, "", "", "", "", *["", ""], *tail]
    for note in table.notes:
        yield ["", "note", "", note.zh, note.en, *["", "", "", ""], *["", ""], *empty]
    yield ["", "source", "", table.source, "", *["", "", "", ""], *["", ""], *empty]
    for name in _dimensions(table):
        title = DIMENSIONS[name]
        yield [name, "dimension", "code", title.zh, title.en, *["", "", "", ""], *["", ""], *tail]
    translated = _bilingual(table)
    for column in table.columns:
        for name in _names(column, translated):
            role = "column" if name == column.id else "translation"
            yield [name, role, *_column_line(column), *tail]


def _column_line(column: Column) -> list[str]:
    group, description = column.group or Text("", ""), column.description or Text("", "")
    return [
        column.kind, column.title.zh, column.title.en, column.unit or "",
        "" if column.decimals is None else str(column.decimals),
        group.zh, group.en, description.zh, description.en,
    ]  # fmt: skip


def read_back(path: Path) -> Table:
    """The table that ``to_csv`` wrote to ``path``: the same columns, values, notes and source.

    Texts that are empty are not told from values that were not reported.
    """
    lines = _records(path.with_suffix(".meta.csv"))
    head = next(line for line in lines if line["role"] == "table")
    translated = {line["column"].removesuffix("_en") for line in lines if line["role"] == "translation"}
    columns = tuple(_column(line) for line in lines if line["role"] == "column")
    return Table(
        id=head["column"],
        title=Text(head["title_zh"], head["title_en"]),
        columns=columns,
        rows=tuple(
            tuple(_value(record, column, column.id in translated) for column in columns) for record in _records(path)
        ),
        notes=tuple(Text(line["title_zh"], line["title_en"]) for line in lines if line["role"] == "note"),
        source=next(line["title_zh"] for line in lines if line["role"] == "source"),
        about=_about(head),
    )


def _records(path: Path) -> Sequence[dict[str, str]]:
    with path.open(encoding=ENCODING, newline="") as file:
        return [{name: plain(cell) for name, cell in record.items()} for record in csv.DictReader(file)]


def _about(head: dict[str, str]) -> About | None:
    if not head["time_period"]:
        return None
    return About(
        year=int(head["time_period"][:4]),
        level=cast("Level", head["geographic_level"]),
        standard=head["standard"],
        snapshot=head["snapshot"],
        county_code=head["county_code"] or None,
    )


def _column(line: dict[str, str]) -> Column:
    return Column(
        id=line["column"],
        title=Text(line["title_zh"], line["title_en"]),
        kind=cast("Kind", line["kind"]),
        unit=line["unit"] or None,
        decimals=int(line["decimals"]) if line["decimals"] else None,
        group=_text(line["group_zh"], line["group_en"]),
        description=_text(line["description_zh"], line["description_en"]),
    )


def _text(zh: str, en: str) -> Text | None:
    return Text(zh, en) if zh or en else None


def _value(record: dict[str, str], column: Column, bilingual: bool) -> Any:
    cell = record[column.id]
    if bilingual:
        return _text(cell, record[f"{column.id}_en"])
    if not cell:
        return None
    if column.numeric and cell == SUPPRESSED.value:
        return SUPPRESSED
    if column.numeric:
        return int(cell) if cell.lstrip("-").isdigit() else float(cell)
    return State(cell) if column.kind == "state" else cell

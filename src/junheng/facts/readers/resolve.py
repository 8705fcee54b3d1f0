"""Where the facts of a form stand on a sheet: labels of rows and columns found once, remembered for sheets alike."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from junheng.facts.grid import Grid
from junheng.facts.readers.labels import NUMBERING, matches, paths
from junheng.facts.readers.layout import Form, Layout, Rule

STUB_COLUMNS = 10
SIDE_COLUMNS = frozenset({"代码", "计量单位", "单位", "序号", "指标名称", "编号", ""})
NOTES = ("填表说明", "说明", "注", "备注", "单位负责人", "填表人", "统计负责人", "补充资料")
SIGNED_COLUMNS = 4
REMEMBERED = 512

Spot = tuple[int, int]
"""Row and column, from 1."""


@dataclass(frozen=True, slots=True)
class Found:
    """One rule on one sheet: its cells, and the labels around them."""

    rule: Rule
    section: str | None
    spots: tuple[Spot, ...]
    header: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """``unknown``: (row, column, label) the layout does not know; ``missing``: labels that were looked for in vain."""

    found: tuple[Found, ...]
    blocks: frozenset[str]
    unknown: tuple[tuple[int | None, int | None, str], ...]
    missing: tuple[str, ...]
    first: int
    last: int
    data_columns: tuple[int, ...]
    columns: Mapping[str, tuple[int, ...]]
    rows: Mapping[tuple[str | None, str], int]

    @property
    def used(self) -> frozenset[Spot]:
        return frozenset(spot for one in self.found for spot in one.spots)


_remembered: dict[Any, Resolved | None] = {}


def resolve(grid: Grid, form: Form, layout: Layout, sections: Sequence[str]) -> Resolved | None:
    """The places of a form's facts, or None when the sheet shows none of its rows."""
    key = (form.number, tuple(sections), tuple(grid.merged), _signature(grid, form))
    if key not in _remembered:
        if len(_remembered) >= REMEMBERED:
            _remembered.clear()
        _remembered[key] = _resolve(grid, form, layout, sections)
    return _remembered[key]


def _signature(grid: Grid, form: Form) -> tuple[Any, ...]:
    """The texts that decide the resolution: whole header rows, then the first columns; not what names the school."""
    last = form.first_row + 4
    rows = [row if index < last and not form.plain else row[:SIGNED_COLUMNS] for index, row in enumerate(grid.rows)]
    return tuple(
        [tuple([cell if type(cell) is str and "标识码" not in cell else None for cell in row]) for row in rows]
    )


def _resolve(grid: Grid, form: Form, layout: Layout, sections: Sequence[str]) -> Resolved | None:
    names = layout.names
    blocks = {names.of(label): section for section, label in layout.blocks.items() if section in form.blocks}
    known = {names.of(label) for label in form.rows} | set(blocks) | ({"总计"} if form.blocks else set())
    stub = _stub(grid, known, names.of)
    if stub is None:
        return None
    column, first = stub
    heads = paths(grid.header(1, first), names)
    rows, unknown_rows, last = _rows(grid, column, first, known, blocks, _only(form, sections), names.of)
    leaves = {leaf_path[-1] for leaf in form.columns if (leaf_path := tuple(names.of(one) for one in leaf.path))}
    data = tuple(index + 1 for index, path in enumerate(heads) if index > column and not _side(path))
    columns = {index: heads[index - 1] for index in data}
    unknown = [(None, index, "/".join(path)) for index, path in columns.items() if path[-1] not in leaves]
    found, missing = _find(form, rows, columns)
    by_label: dict[str, tuple[int, ...]] = {}
    for index, path in columns.items():
        by_label[path[-1]] = (*by_label.get(path[-1], ()), index)
    return Resolved(
        found=tuple(found),
        blocks=frozenset(block for block, _ in rows if block),
        unknown=(*unknown, *unknown_rows),
        missing=tuple(missing),
        first=first + 1,
        last=last,
        data_columns=data,
        columns=by_label,
        rows=rows,
    )


def _side(path: tuple[str, ...]) -> bool:
    return not path or path[-1] in SIDE_COLUMNS


def _only(form: Form, sections: Sequence[str]) -> str | None:
    """The section of a form with blocks when the school can only mean one."""
    possible = [section for section in form.blocks if section in sections]
    return possible[0] if len(possible) == 1 else None


def _stub(grid: Grid, known: set[str], name: Any) -> tuple[int, int] | None:
    """Index of the column of row labels and of the first labelled row."""
    best: tuple[int, int, int] | None = None
    for column in range(STUB_COLUMNS):
        hits = [
            index
            for index, row in enumerate(grid.rows)
            if column < len(row) and isinstance(row[column], str) and row[column] and name(row[column]) in known
        ]
        if hits and (best is None or len(hits) > best[0]):
            best = (len(hits), column, hits[0])
    return best and (best[1], best[2])


def _rows(  # noqa: PLR0917
    grid: Grid, column: int, first: int, known: set[str], blocks: Mapping[str, str], only: str | None, name: Any
) -> tuple[dict[tuple[str | None, str], int], list[tuple[int | None, int | None, str]], int]:
    rows: dict[tuple[str | None, str], int] = {}
    unknown: list[tuple[int | None, int | None, str]] = []
    block, last = (only if blocks else None), first
    for number, text in _stub_texts(grid, column, first):
        label = name(text)
        if not label or NUMBERING.fullmatch(label):
            continue
        if label not in known and label.startswith(NOTES):
            break
        last = number
        if label in blocks:
            block, label = blocks[label], "block"
        elif label == "总计" and block and ("block" not in {one for at, one in rows if at == block}):
            label = "block"
        elif label not in known:
            unknown.append((number, None, text.strip()))
        rows.setdefault((block, label), number)
    return rows, unknown, last


def _stub_texts(grid: Grid, column: int, first: int) -> Iterator[tuple[int, str]]:
    for index in range(first, len(grid.rows)):
        row = grid.rows[index]
        text = row[column] if column < len(row) else ""
        if isinstance(text, str) and text:
            yield index + 1, text


def _find(
    form: Form, rows: Mapping[tuple[str | None, str], int], columns: Mapping[int, tuple[str, ...]]
) -> tuple[list[Found], list[str]]:
    found, missing = [], []
    places = {
        wanted: [index for index, path in columns.items() if matches(path, wanted)]
        for rule in form.rules
        for wanted in rule.columns
    }
    for rule in form.rules:
        blocks: list[str | None] = [block for block in form.blocks if any(at == block for at, _ in rows)]
        for section in blocks or [rule.section]:
            at = [rows.get((section if form.blocks else None, label)) for label in rule.rows]
            across = [places[wanted] for wanted in rule.columns]
            spots = tuple((row, spot[0]) for row in at if row for spot in across if len(spot) == 1)
            label = "/".join(("、".join(rule.rows), "、".join(one[-1] for one in rule.columns)))
            if spots:
                found.append(Found(rule, section, spots, label.replace("block", "计")))
            if not any(at) or not all(len(spot) == 1 for spot in across):
                missing.append(label.replace("block", "计"))
    return found, missing


def title_text(grid: Grid) -> str:
    """The texts of the first rows, where a form names itself."""
    return " ".join(cell for row in grid.rows[:4] for cell in row if isinstance(cell, str) and cell)

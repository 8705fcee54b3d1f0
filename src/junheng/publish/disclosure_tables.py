"""Disclosure control of tables of counts: small cells are suppressed, and as many more as keep them from being solved.

Within a row or a column whose total is shown, one suppressed cell is the total less the others, and several that are
all small are bounded by their sum; so every such line hides at least two cells, one of them not small where it can be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from junheng.publish.table import SUPPRESSED, Suppressed, Table

Place = tuple[int, int]
Line = tuple[Place, ...]


def protect_table(
    table: Table,
    count_columns: Sequence[str],
    small: int,
    *,
    total_column: str | None = None,
    total_row: int | None = None,
) -> Table:
    """The table with counts of 1 to ``small`` suppressed in ``count_columns``, and others so that none follows.

    ``total_column`` (one of the columns) holds the sums of the rows, ``total_row`` is the place of the row that holds
    the sums of the columns; without them the sums are taken to be known all the same. Totals that are not small stay.
    """
    ids = [column.id for column in table.columns]
    columns = [ids.index(one) for one in count_columns]
    total_at = ids.index(total_column) if total_column else None
    counts = {
        (row, column): value
        for row, cells in enumerate(table.rows)
        for column in columns
        if isinstance(value := cells[column], int | float) and not isinstance(value, bool)
    }
    gone = {place for place, value in counts.items() if 0 < value <= small}
    lines = list(_lines(counts))
    while (more := _next(lines, counts, gone, small, (total_row, total_at))) is not None:
        gone.add(more)
    rows = tuple(
        tuple(SUPPRESSED if (row, column) in gone else value for column, value in enumerate(cells))
        for row, cells in enumerate(table.rows)
    )
    return replace(table, rows=rows)


def _lines(counts: dict[Place, Any]) -> Iterator[Line]:
    """Every row and every column of the counts, sums included."""
    for axis in (0, 1):
        for at in sorted({place[axis] for place in counts}):
            yield tuple(sorted(place for place in counts if place[axis] == at))


def _next(
    lines: Sequence[Line], counts: dict[Place, Any], gone: set[Place], small: int, totals: tuple[int | None, int | None]
) -> Place | None:
    """The next cell to hide, or None when every line keeps its secret: the smallest that is not small, totals last."""
    for line in lines:
        held = [place for place in line if place in gone]
        if not held or (len(held) > 1 and any(counts[place] > small for place in held)):
            continue
        rest = [place for place in line if place not in gone]
        if not rest:
            continue
        return min(rest, key=lambda place: (_is_total(place, totals), counts[place] == 0, counts[place], place))
    return None


def _is_total(place: Place, totals: tuple[int | None, int | None]) -> bool:
    return place[0] == totals[0] or place[1] == totals[1]


def suppressed(table: Table) -> int:
    """How many cells are hidden."""
    return sum(isinstance(value, Suppressed) for row in table.rows for value in row)

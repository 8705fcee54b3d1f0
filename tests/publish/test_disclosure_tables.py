"""Tables of counts: small cells go, others with them, and an attacker with row and column sums finds none."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.policy import Text
from junheng.publish import SUPPRESSED, Column, Table
from junheng.publish.disclosure_tables import protect_table, suppressed

SMALL = 7


def _table(rows: list[list[int]]) -> Table:
    """Rows of counts with their sums to the right and below."""
    wide = len(rows[0])
    names = [f"c{at}" for at in range(wide)]
    whole = [[*row, sum(row)] for row in rows]
    whole.append([sum(row[at] for row in whole) for at in range(wide + 1)])
    columns = (Column("name", Text("名", "name")), *(Column(one, Text(one, one), "number") for one in (*names, "sum")))
    return Table("t", Text("表", "table"), columns, tuple((f"r{at}", *row) for at, row in enumerate(whole)))


def _protected(table: Table) -> Table:
    ids = [column.id for column in table.columns][1:]
    return protect_table(table, ids, SMALL, total_column="sum", total_row=len(table.rows) - 1)


def test_a_small_cell_takes_three_others_with_it() -> None:
    held = _protected(_table([[3, 40, 50], [60, 70, 80], [90, 95, 99]]))
    assert held.rows[0][1] is SUPPRESSED
    assert suppressed(held) == 4
    assert held.rows[-1][-1] == 587


def test_nothing_small_nothing_hidden() -> None:
    table = _table([[10, 20], [30, 0]])
    assert _protected(table) == table


def test_two_small_cells_of_a_row_are_not_enough() -> None:
    """7 and 7 with their sum 14, both known to be at most 7, are no secret."""
    held = _protected(_table([[7, 7, 100], [50, 60, 70], [80, 90, 95]]))
    row = held.rows[0][1:4]
    assert row == (SUPPRESSED, SUPPRESSED, SUPPRESSED)


def test_only_counts_are_touched() -> None:
    held = _protected(_table([[3, 40], [60, 70]]))
    assert [row[0] for row in held.rows] == ["r0", "r1", "r2"]


ROWS = {wide: st.lists(st.integers(0, 60), min_size=wide, max_size=wide) for wide in (2, 3, 4)}


@settings(max_examples=80, deadline=None)
@given(
    st.integers(2, 4).flatmap(
        lambda wide: st.lists(st.lists(st.integers(0, 60), min_size=wide, max_size=wide), min_size=2, max_size=4)
    )
)
def test_an_attacker_with_all_sums_finds_no_small_cell(rows: list[list[int]]) -> None:
    table = _table(rows)
    held = _protected(table)
    numbers = [row[1:] for row in table.rows]
    shown = [row[1:] for row in held.rows]
    bounds = _bounds(shown)
    for y, row in enumerate(numbers):
        for x, value in enumerate(row):
            if 0 < value <= SMALL:
                assert shown[y][x] is SUPPRESSED
                low, high = bounds[y, x]
                assert low <= value <= high
                assert low < high


def _bounds(shown: list[tuple[Any, ...]]) -> dict[tuple[int, int], tuple[float, float]]:
    """Least and most of every cell by repeated subtraction along rows and columns; counts are not negative."""
    high, wide = len(shown), len(shown[0])
    held = {
        (y, x): (0.0, 1e9) if shown[y][x] is SUPPRESSED else (float(shown[y][x]),) * 2
        for y in range(high)
        for x in range(wide)
    }
    lines = [[(y, x) for x in range(wide)] for y in range(high)] + [[(y, x) for y in range(high)] for x in range(wide)]
    for _round in range(40):
        for *parts, total in lines:
            low, most = (sum(held[one][side] for one in parts) for side in (0, 1))
            held[total] = (max(held[total][0], low), min(held[total][1], most))
            for one in parts:
                others_low, others_high = low - held[one][0], most - held[one][1]
                held[one] = (
                    max(held[one][0], held[total][0] - others_high),
                    min(held[one][1], held[total][1] - others_low),
                )
                low, most = (sum(held[each][side] for each in parts) for side in (0, 1))
    return {place: (low, most) for place, (low, most) in held.items()}

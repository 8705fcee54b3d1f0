"""Column widths of printed tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.policy import Text
from junheng.publish.table import Column, Table
from junheng.publish.widths import PADDING, shares

ROOM = 98


def table(*texts: str) -> Table:
    columns = tuple(Column(str(at), Text("列", "C")) for at in range(len(texts)))
    return Table("t", Text("表", "T"), columns, (texts,))


@given(st.lists(st.text("中a1-", max_size=60), min_size=1, max_size=8))
def test_shares_are_positive_and_fill_the_line(texts: list[str]) -> None:
    found = shares(table(*texts), "zh", ROOM)
    assert min(found) > 0
    assert sum(found) == pytest.approx(1)


def test_a_date_stays_on_one_line_however_long_its_neighbours() -> None:
    found = shares(table("2025-10-15", *["很长的说明文字" * 20] * 5), "zh", ROOM)
    assert found[0] * ROOM >= len("2025-10-15") + PADDING


def test_long_words_get_more_room_than_short_ones() -> None:
    short, long = shares(table("短", "相当长的一段说明"), "zh", ROOM)
    assert long > short


def test_an_empty_table_has_widths_too() -> None:
    columns = (Column("a", Text("甲", "A")), Column("b", Text("乙", "B")))
    assert shares(Table("t", Text("表", "T"), columns, ()), "zh", ROOM) == [0.5, 0.5]

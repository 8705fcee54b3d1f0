"""Rows that are no records."""

import pytest

from junheng.facts.grid import Cell
from junheng.facts.readers.totals import total_word


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (["合计", 5.0], "合计"),
        (["", "总 计"], "总计"),
        (["小　计"], "小计"),
        (["备注：合成数据"], "备注"),
        (["说明: 见上"], "说明"),
        (["2141000001", "合计路小学"], None),
        (["", "", "", "", "", "", "合计"], None),
        ([1.0, 2.0], None),
        ([], None),
    ],
)
def test_total_word(row: list[Cell], word: str | None) -> None:
    assert total_word(row) == word

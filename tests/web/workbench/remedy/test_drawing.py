"""Bars and curves: lengths follow the numbers, and both axes start at nothing."""

import pytest

from junheng.policy.text import Text
from junheng.web.workbench.remedy.drawing import bars_of, line_of


def test_bars_are_as_long_as_the_cost_moves() -> None:
    bars = bars_of([(Text("a", "a"), -100.0, 50.0), (Text("b", "b"), None, 0.0)])
    first, second = bars.bars
    assert first.less is not None
    assert first.more is not None
    assert float(first.less[1]) == pytest.approx(2 * float(first.more[1]), abs=0.1)
    assert float(first.less[0]) + float(first.less[1]) == pytest.approx(float(bars.zero), abs=0.1)
    assert [one[2] for one in first.ends] == ["−0.0", "+0.0"]
    assert second.less is None
    assert second.ends == ()


def test_a_curve_ends_where_money_is_of_no_more_use() -> None:
    held = ((0.0, 1), (1e5, 2), (9e5, 2))
    points = [{"budget": yuan, "schools": schools, "pupils": 10.0 * schools} for yuan, schools in held]
    drawn = line_of({"points": points, "by": "schools", "schools": 2, "enough": 1e5, "chosen": None})
    assert len(drawn.marks) == 2
    assert drawn.under[0].words == "0"
    assert float(drawn.marks[1].y) < float(drawn.marks[0].y)
    assert drawn.marks[1].words.zh == "10.00万元：2所，20名学生"

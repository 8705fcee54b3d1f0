"""Bars of change: from 0 on both sides, labels equal the plotted value, nothing drawn for nothing known."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.web.verdicts.charts import LEFT, WIDTH, change_bars, signed


def bars(svg: str) -> list[tuple[float, float]]:
    return [(float(x), float(w)) for x, w in re.findall(r'<rect x="([\d.]+)"[^>]*width="([\d.]+)"', svg)]


def zero(svg: str) -> float:
    found = re.search(r'<line x1="([\d.]+)"[^>]*class="axis"', svg)
    assert found is not None
    return float(found[1])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(-500, 500, allow_nan=False), min_size=1, max_size=8))
def test_every_bar_starts_at_zero_and_stays_inside(values: list[float]) -> None:
    svg = change_bars("x", "t", [(str(at), value) for at, value in enumerate(values)], 1)
    at = zero(svg)
    for x, width in bars(svg):
        assert x == pytest.approx(at, abs=0.11) or x + width == pytest.approx(at, abs=0.21)
        assert LEFT <= x <= x + width <= LEFT + WIDTH + 0.2
    assert len(bars(svg)) == sum(value != 0 for value in values)


def test_twice_the_change_is_twice_the_bar() -> None:
    (_x, one), (_y, two), (z, three) = bars(change_bars("x", "t", [("a", 1.0), ("b", 2.0), ("c", -2.0)], 0))
    assert two == pytest.approx(2 * one, abs=0.11)
    assert three == pytest.approx(two, abs=0.11)
    assert z < zero(change_bars("x", "t", [("a", 1.0), ("b", 2.0), ("c", -2.0)], 0))


def test_whole_numbers_have_whole_ticks() -> None:
    svg = change_bars("x", "t", [("a", 1.0), ("b", -1.0)], 0)
    assert re.findall(r'class="tick"[^>]*>([^<]+)<', svg) == ["−1", "0", "1"]


def test_what_cannot_be_compared_draws_no_bar_and_says_so() -> None:
    svg = change_bars("x", "t", [("甲", None), ("<b>", 0.0)], 1)
    assert bars(svg) == []
    assert "无可比数据" in svg
    assert "<b>" not in svg


@pytest.mark.parametrize(
    ("value", "decimals", "words"),
    [(1.0, 0, "+1"), (-0.25, 2, "−0.25"), (0.0, 1, "0.0"), (-0.0001, 2, "0.00"), (1234.5, 1, "+1234.5")],
)
def test_a_change_has_its_sign(value: float, decimals: int, words: str) -> None:
    assert signed(value, decimals) == words

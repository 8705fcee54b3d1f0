"""Bars start at 0, are as long as their labels say, escape what they write, and tell a missing value from a zero."""

import re

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.publish.rounding import DISPERSION, shown
from junheng.web.portal.charts.bars import LEFT, WIDTH, Bar, dispersion_bars


def _bars(*bars: Bar) -> str:
    return dispersion_bars("x", "小学", bars)


def _widths(svg: str) -> list[tuple[float, float]]:
    found = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', svg)
    return [(float(x), float(width)) for x, width in found]


def _ticks(svg: str) -> list[float]:
    return [float(one) for one in re.findall(r'class="tick" text-anchor="middle">([\d.]+)<', svg)]


def test_bars_start_at_zero_and_are_in_proportion() -> None:
    svg = _bars(Bar("甲", 0.25, 0.5, True), Bar("乙", 0.5, 0.5, True))
    (x1, short), (x2, long) = _widths(svg)
    assert x1 == x2 == LEFT
    assert long == pytest.approx(2 * short, abs=0.2)
    assert long == pytest.approx(WIDTH * 0.5 / 0.6, abs=0.1)
    assert ">0.250 ✓<" in svg
    assert ">0.0<" in svg


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(0, 500), min_size=1, max_size=7))
def test_a_label_is_the_plotted_value_on_an_axis_from_zero(values: list[float]) -> None:
    svg = _bars(*(Bar("甲", value, 0.5, value <= 0.5) for value in values))
    ticks = _ticks(svg)
    assert ticks[0] == 0
    assert max(values) < ticks[-1]
    assert 3 <= len(ticks) <= 12
    for (x, width), value in zip(_widths(svg), values, strict=True):
        assert x == LEFT
        assert width / WIDTH * ticks[-1] == pytest.approx(value, abs=0.001 * ticks[-1])
        assert f">{shown(value, DISPERSION)} " in svg


def test_the_limit_is_drawn_where_its_value_lies() -> None:
    svg = _bars(Bar("甲", 0.25, 0.45, True))
    (x,) = {float(one) for one in re.findall(r'<line x1="([\d.]+)"[^>]*class="limit"', svg)}
    assert (x - LEFT) / WIDTH * _ticks(svg)[-1] == pytest.approx(0.45, abs=0.001)
    assert "上限 0.45" in svg
    assert "<line" in _bars(Bar("甲", 0.25, None, None))
    assert 'class="limit"' not in _bars(Bar("甲", 0.25, None, None))


def test_a_missing_dispersion_has_no_bar() -> None:
    svg = _bars(Bar("甲", None, 0.5, None))
    assert _widths(svg) == []
    assert "未上报或无法计算" in svg


def test_a_zero_is_a_bar_of_no_length_and_not_a_missing_value() -> None:
    svg = _bars(Bar("甲", 0.0, 0.5, True))
    assert _widths(svg) == [(LEFT, 0.0)]
    assert ">0.000 ✓<" in svg


def test_a_bar_above_the_axis_stretches_the_axis() -> None:
    svg = _bars(Bar("甲", 1.93, 0.5, False))
    assert _widths(svg)[0][1] < WIDTH
    assert ">2.0<" in svg
    assert "bar not_met" in svg


def test_words_in_a_chart_are_escaped() -> None:
    assert "<b>" not in _bars(Bar("<b>", 0.1, 0.5, True))


def test_the_words_are_in_the_language_of_the_page() -> None:
    with override("en"):
        assert not re.search(r"[一-鿿]", dispersion_bars("x", "Primary", [Bar("L1", None, 0.5, None)]))

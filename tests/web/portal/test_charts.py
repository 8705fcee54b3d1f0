"""Charts start at 0, label what they plot, escape what they write, and tell a missing value from a zero."""

import re

import pytest

from junheng.web.portal.charts.bars import LEFT, WIDTH, Bar, dispersion_bars
from junheng.web.portal.charts.city_map import city_map, label_lines
from junheng.web.portal.charts.shapes import centre, shapes
from junheng.web.portal.charts.spark import HEIGHT, spark
from junheng.web.portal.models import County
from tests.web.factories import geometry


def _bars(*bars: Bar) -> str:
    return dispersion_bars("x", "小学", bars)


def _widths(svg: str) -> list[tuple[float, float]]:
    found = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', svg)
    return [(float(x), float(width)) for x, width in found]


def test_bars_start_at_zero_and_are_in_proportion() -> None:
    svg = _bars(Bar("甲", 0.25, 0.5, True), Bar("乙", 0.5, 0.5, True))
    (x1, short), (x2, long) = _widths(svg)
    assert x1 == x2 == LEFT
    assert long == pytest.approx(2 * short, abs=0.2)
    assert long == pytest.approx(WIDTH * 0.5 / 0.6, abs=0.1)
    assert ">0.250 ✓<" in svg
    assert ">0.0<" in svg


def test_a_missing_dispersion_has_no_bar() -> None:
    svg = _bars(Bar("甲", None, 0.5, None))
    assert _widths(svg) == []
    assert "未上报或无法计算" in svg


def test_a_bar_above_the_axis_stretches_the_axis() -> None:
    svg = _bars(Bar("甲", 1.93, 0.5, False))
    assert _widths(svg)[0][1] < WIDTH
    assert ">2.0<" in svg
    assert "bar not_met" in svg


def test_words_in_a_chart_are_escaped() -> None:
    assert "<b>" not in _bars(Bar("<b>", 0.1, 0.5, True))


def test_small_columns_leave_a_gap_for_a_missing_year() -> None:
    svg = spark("x", "甲", [("2023", 1.0), ("2024", None), ("2025", 2.0)], 1.5, 2)
    heights = [float(one) for one in re.findall(r'height="([\d.]+)" class="bar', svg)]
    assert len(heights) == 2
    assert heights[1] == pytest.approx(2 * heights[0], abs=0.1)
    assert max(heights) < HEIGHT
    assert "2024 —" in svg


def test_small_columns_of_nothing_do_not_divide_by_zero() -> None:
    assert "<rect" not in spark("x", "甲", [("2025", None)], None, 2)


def test_north_is_up() -> None:
    square = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}
    north = {"type": "MultiPolygon", "coordinates": [[[[0, 4], [2, 4], [2, 6], [0, 6], [0, 4]]]]}
    features = [
        {"type": "Feature", "properties": {"county_code": code}, "geometry": one}
        for code, one in (("S", square), ("N", north))
    ]
    found, height = shapes({"features": features}, 100)
    drawn = {one.code: one for one in found}
    assert height > 100
    assert drawn["N"].label[1] < drawn["S"].label[1]


def test_shapes_of_nothing() -> None:
    assert shapes({}, 100) == ([], 0.0)
    assert city_map({}, [], 2025) is None


def test_the_centre_of_a_flat_ring_is_the_mean_of_its_points() -> None:
    assert centre([(0.0, 0.0), (2.0, 0.0), (4.0, 0.0)]) == (2.0, 0.0)


def test_every_county_on_the_map_is_a_link_with_words() -> None:
    counties = [County(code="410105", state="not_met", name={"zh": "金水区", "en": "Jinshui"}, position=0)]
    svg = city_map(geometry(), counties, 2025)
    assert svg is not None
    assert svg.count("<a href=") == 1
    assert 'aria-label="金水区 未达标"' in svg
    assert 'class="area not_met"' in svg


def test_long_names_break_at_spaces() -> None:
    assert label_lines("Economic Development Zone") == ["Economic", "Development", "Zone"]
    assert label_lines("Airport Zone") == ["Airport Zone"]
    assert label_lines("管城回族区") == ["管城回族区"]

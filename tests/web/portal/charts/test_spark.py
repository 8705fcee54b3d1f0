"""Small columns start at 0, are in proportion, leave gaps, and mark the threshold where it lies."""

import re

import pytest

from junheng.web.portal.charts.spark import HEIGHT, STEP, WIDTH, spark


def _columns(svg: str) -> list[tuple[float, float, float]]:
    found = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="[\d.]+" height="([\d.]+)" class="bar', svg)
    return [(float(x), float(y), float(height)) for x, y, height in found]


def test_small_columns_leave_a_gap_for_a_missing_year() -> None:
    svg = spark("x", "甲", [("2023", 1.0), ("2024", None), ("2025", 2.0)], 1.5, 2)
    (first, _, short), (last, _, long) = _columns(svg)
    assert last - first == 2 * STEP
    assert long == pytest.approx(2 * short, abs=0.1)
    assert long < HEIGHT
    assert "2024 —" in svg


def test_columns_stand_on_zero() -> None:
    svg = spark("x", "甲", [("2024", 0.0), ("2025", 3.0)], None, 2)
    assert all(y + height == pytest.approx(HEIGHT, abs=0.11) for _x, y, height in _columns(svg))
    assert _columns(svg)[0][2] == 0


def test_the_threshold_lies_on_the_scale_of_the_columns() -> None:
    svg = spark("x", "甲", [("2025", 2.0)], 1.0, 2)
    ((_x, _y, height),) = _columns(svg)
    (y,) = re.findall(r'<line x1="0.0" y1="([\d.]+)"', svg)
    assert HEIGHT - float(y) == pytest.approx(height / 2, abs=0.1)


def test_a_threshold_above_every_column_is_still_in_the_picture() -> None:
    (y,) = re.findall(r'<line x1="0.0" y1="([\d.-]+)"', spark("x", "甲", [("2025", 0.1)], 9.0, 2))
    assert 0 < float(y) < HEIGHT


def test_small_columns_of_nothing_do_not_divide_by_zero() -> None:
    assert "<rect" not in spark("x", "甲", [("2025", None)], None, 2)


def test_many_years_widen_the_picture() -> None:
    wide = spark("x", "甲", [(str(year), 1.0) for year in range(2000, 2010)], None, 2)
    assert f'viewBox="0 0 {10 * STEP:.0f} {HEIGHT:.0f}"' in wide
    assert f'viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}"' in spark("x", "甲", [("2025", 1.0)], None, 2)


def test_the_words_say_each_year_rounded_as_the_table_does() -> None:
    svg = spark("x", "<甲>", [("2024", 0.1234), ("2025", 0.5)], None, 3)
    assert "2024 0.123；2025 0.500" in svg
    assert "<甲>" not in svg

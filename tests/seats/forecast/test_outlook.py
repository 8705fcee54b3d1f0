"""The tables of a forecast: one row for each grade taught, sums beside them."""

import numpy as np
import pytest

from junheng.seats.forecast.grades import Section
from junheng.seats.forecast.outlook import rows, totals
from junheng.seats.forecast.panel import whole_of
from junheng.seats.forecast.replay import METHODS, replay
from junheng.seats.forecast.work import Work
from tests.seats.forecast.conftest import Made

SECTIONS = [Section("low", 1, 2), Section("high", 3, 3)]


def test_rows_are_those_grades_that_are_taught(made: Made) -> None:
    counts = np.full((6, 2, 3), 30.0)
    counts[:, 1, 2] = np.nan
    work = Work(replay(made(counts), SECTIONS, 2))
    found = rows(work, {1: "一年级"})
    assert found.columns == ["year", "area", "grade", "point", "low", "high", "method"]
    assert found.height == 2 * 5
    assert found["grade"].to_list()[:3] == ["一年级", "2", "3"]
    assert set(found["method"]) <= set(METHODS)
    assert found["point"].to_list() == pytest.approx([30.0] * 10)


def test_totals_of_all_areas_stand_beside_the_sum_of_their_points(made: Made) -> None:
    panel = made(np.random.default_rng(9).integers(20, 60, (8, 3, 3)).astype(float))
    work, whole = (Work(replay(one, SECTIONS, 2)) for one in (panel, whole_of(panel)))
    found = totals(work, whole)
    assert found.height == 2 * (2 + 3 * 2)
    for year in (2008, 2009):
        areas = found.filter(year=year, section="low").filter(found.filter(year=year, section="low")["area"] != "")
        (city,) = found.filter(year=year, section="low", area="").to_dicts()
        assert city["sum_of_areas"] == pytest.approx(areas["point"].sum())
        assert city["low"] <= city["point"] <= city["high"]
    points = rows(work, {}).filter(year=2008)
    assert points["point"].sum() == pytest.approx(found.filter(year=2008, area="")["sum_of_areas"].sum())

"""Grade progression ratios: exact where all agree, shrunk where few are seen."""

import numpy as np
import pytest

from junheng.seats.forecast.ratios import LEAST, MOST, mean_ratios, shrunken_ratios

NO = np.nan


def test_the_plain_mean_of_an_areas_own_ratios() -> None:
    counts = np.array([[[100.0, 80.0]], [[100.0, 90.0]], [[100.0, 80.0]], [[100.0, 70.0]]])
    found = mean_ratios(counts, 3)
    assert np.isnan(found[0, 0])
    assert found[0, 1] == pytest.approx((0.9 + 0.8 + 0.7) / 3)


def test_ratios_need_both_years_and_somebody_below() -> None:
    counts = np.array([[[0.0, 50.0]], [[NO, 60.0]], [[50.0, 70.0]]])
    assert np.isnan(mean_ratios(counts)).all()


def test_all_areas_together_are_kept_where_all_agree() -> None:
    counts = np.array([[[100.0, 90.0], [10.0, 9.0]]] * 4)
    local, everywhere = shrunken_ratios(counts)
    assert everywhere[1] == pytest.approx(0.9)
    assert local[:, 1] == pytest.approx([0.9, 0.9])


def test_a_small_area_is_drawn_further_towards_all() -> None:
    counts = np.array([[[1000.0, 900.0], [10.0, 18.0], [1000.0, 1800.0]]] * 4)
    local, everywhere = shrunken_ratios(counts)
    assert abs(local[1, 1] - everywhere[1]) < abs(local[2, 1] - everywhere[1])
    assert local[2, 1] == pytest.approx(1.8, abs=0.02)


def test_ratios_stay_within_reason_and_are_one_when_unseen() -> None:
    local, everywhere = shrunken_ratios(np.array([[[1000.0, 1.0, NO]], [[1.0, 9000.0, NO]]]), prior=1.0)
    assert (local[:, 1] == MOST).all()
    assert everywhere[2] == 1.0
    local, _ = shrunken_ratios(np.array([[[9000.0, 1.0]], [[1.0, 1.0]]]), prior=1.0)
    assert (local[:, 1] == LEAST).all()

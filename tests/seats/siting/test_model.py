"""Options of sites as they are written down."""

import numpy as np

from junheng.seats.siting import open_or_not


def test_existing_sites_have_one_option_and_new_ones_two() -> None:
    options = open_or_not(np.array([30, 40]), np.array([True, False]), np.array([5.0, 7.0]))
    assert options.first.tolist() == [0, 1, 3]
    assert options.site.tolist() == [0, 1, 1]
    assert options.seats.tolist() == [30, 0, 40]
    assert options.money.tolist() == [0.0, 0.0, 7.0]

"""Rows as they come."""

import numpy as np
import pytest

from junheng.seats.assignment import NOBODY
from junheng.seats.plan import Choices
from junheng.seats.plan.options import Built
from junheng.seats.plan.people import people
from junheng.seats.plan.records import Records
from tests.seats.plan.tiny import tiny


@pytest.fixture
def records() -> Records:
    base, choices = tiny(), Choices(years=(2026,))
    return Records(base, people(base, choices), choices.norms())


def test_today_is_told_by_the_places_at_hand(records: Records) -> None:
    found = records.today("primary", np.arange(12), ["Ap1"])
    assert found.tolist() == [NOBODY] * 6 + [0] * 6


def test_what_is_built_is_booked_and_paid(records: Records) -> None:
    records.unspent = 100.0
    records.built(2026, "A", Built({("primary", "Ap0"): 2}, {}, 5, 4.0, 30, float("inf"), found=True))
    assert records.built_table().rows() == [(2026, "A", "Ap0", "primary", 2)]
    assert records.building_table().rows() == [(2026, "A", 5, 4.0, 0, 30, 0, None, True)]
    assert records.unspent == 70


def test_every_place_stands_in_an_area(records: Records) -> None:
    assert records.stands["Ap0"] == "A-0-1"
    assert records.stands["B-L1"] == "B-1-2"

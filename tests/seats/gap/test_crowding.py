"""Large classes when children are spread evenly: brute force agrees."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.policy.seat_norms import SeatNorms, seat_norms
from junheng.seats.gap.crowding import counted, to_come


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 4000), st.integers(1, 60))
def test_an_even_spread_is_counted_as_by_hand(children: int, classes: int) -> None:
    norms = seat_norms(date(2026, 9, 1))
    sizes = [0] * classes
    for child in range(children):
        sizes[child % classes] += 1
    found = pl.DataFrame({"children": [children], "classes": [classes]}).select(**to_come(norms)).row(0, named=True)
    assert found["oversized"] == sum(size >= 56 for size in sizes)
    assert found["grossly_oversized"] == sum(size >= 66 for size in sizes)
    assert found["class_size"] == pytest.approx(children / classes)


def test_no_class_has_no_size(norms: SeatNorms) -> None:
    found = pl.DataFrame({"children": [30.0], "classes": [0.0]}).select(**to_come(norms)).row(0)
    assert found == (None, None, None)


def test_classes_of_today_are_counted_where_their_school_stands(norms: SeatNorms, schools: pl.DataFrame) -> None:
    sizes = pl.DataFrame({"school": ["C1", "C1"], "section": ["junior", "junior"], "pupils": [56.0, None]})
    found = counted(sizes, schools, norms).row(0, named=True)
    assert found == {"area": "south", "section": "junior", "oversized_now": 1, "grossly_oversized_now": 0}

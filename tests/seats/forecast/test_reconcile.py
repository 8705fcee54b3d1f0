"""Parts add up to official totals, zeros stay zero, contradictions are named."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.policy.text import Text
from junheng.seats.faults import UnfitInputError
from junheng.seats.forecast import reconcile
from junheng.seats.forecast.reconcile import rake

ROWS = pl.DataFrame(
    {
        "year": [2030] * 4 + [2031],
        "area": ["A", "A", "B", "B", "A"],
        "grade": ["1", "2", "1", "2", "1"],
        "point": [10.0, 20.0, 30.0, 0.0, 7.0],
        "low": [8.0, 15.0, 20.0, 0.0, 5.0],
        "high": [12.0, 30.0, 33.0, 6.0, 9.0],
        "method": ["combined"] * 5,
    }
)


def test_one_total_scales_what_lies_under_it_and_nothing_else() -> None:
    found = reconcile(ROWS, pl.DataFrame({"year": [2030], "pupils": [120]}))
    assert found["point"].to_list() == pytest.approx([20, 40, 60, 0, 7])
    assert found["high"].to_list() == pytest.approx([24, 60, 66, 12, 9])
    assert found.columns == ROWS.columns


def test_totals_of_areas_and_of_grades_hold_together() -> None:
    totals = pl.DataFrame(
        {"year": [2030] * 4, "area": ["A", "B", "", None], "grade": ["", None, "1", "2"], "pupils": [60, 40, 70, 30]}
    )
    found = reconcile(ROWS, totals).filter(year=2030)
    assert found.group_by("area").agg(pl.col("point").sum()).sort("area")["point"].to_list() == pytest.approx([60, 40])
    assert found.group_by("grade").agg(pl.col("point").sum()).sort("grade")["point"].to_list() == pytest.approx(
        [70, 30]
    )
    assert found["point"][3] == 0


def test_districts_and_totals_that_are_not_known() -> None:
    totals = pl.DataFrame({"year": [2030, 2030], "district": ["east", "west"], "pupils": [15.0, None]})
    found = reconcile(ROWS, totals, districts={"A": "east", "B": "west"})
    assert found["point"].to_list() == pytest.approx([5, 10, 30, 0, 7])


def test_totals_that_contradict_each_other_are_all_named() -> None:
    totals = pl.DataFrame({"year": [2030] * 3, "area": ["A", "B", ""], "pupils": [60, 40, 150]})
    with pytest.raises(UnfitInputError) as said:
        reconcile(ROWS, totals)
    assert [one.code for one in said.value.faults] == ["totals_contradict"] * 3


def test_a_total_with_nobody_under_it_is_named() -> None:
    with pytest.raises(UnfitInputError, match="2040"):
        reconcile(ROWS, pl.DataFrame({"year": [2040, 2030], "pupils": [5, 60]}))
    assert reconcile(ROWS, pl.DataFrame({"year": [2040], "pupils": [0]})).equals(ROWS)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.lists(st.floats(0.5, 500), min_size=3, max_size=3), min_size=2, max_size=5),
    st.lists(st.floats(0.5, 500), min_size=3, max_size=3),
)
def test_any_margins_that_agree_are_met(parts: list[list[float]], grades: list[float]) -> None:
    table = np.array(parts)
    rows = table.sum(1) * sum(grades) / table.sum()
    areas, kinds = np.indices(table.shape)
    under = [areas.ravel() == at for at in range(len(table))] + [kinds.ravel() == at for at in range(3)]
    wanted = np.concatenate([rows, grades])
    factor = rake(table.ravel(), under, wanted, [Text("x", "x")] * len(wanted))
    for marks, total in zip(under, wanted, strict=True):
        assert (table.ravel() * factor)[marks].sum() == pytest.approx(total, rel=1e-6)

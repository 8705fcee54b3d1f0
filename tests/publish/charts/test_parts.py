"""Pieces of the charts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.publish.charts.parts import layer, order, plotted, state_colour, zero_axis


@given(st.lists(st.none() | st.floats(0, 1e9), max_size=5))
def test_an_axis_starts_at_zero_and_holds_every_value(values: list[float | None]) -> None:
    low, high = zero_axis(values, "x")["scale"]["domain"]
    assert low == 0
    assert high > 0
    assert all(value <= high for value in values if value is not None)


@pytest.mark.parametrize(
    ("value", "decimals", "drawn"), [(0.12849, 3, 0.128), (2.675, 2, 2.68), (None, 2, None), (7.5, None, 8)]
)
def test_the_drawn_number_is_the_rounded_one(value: float | None, decimals: int | None, drawn: float | None) -> None:
    assert plotted(value, decimals) == drawn


def test_order_is_that_of_the_table() -> None:
    assert order([{"a": "小学"}, {"a": "初中"}, {"a": "小学"}], "a") == ["小学", "初中"]


def test_states_have_fixed_colours_in_both_languages() -> None:
    assert state_colour("zh")["scale"]["range"] == state_colour("en")["scale"]["range"]
    assert state_colour("en")["scale"]["domain"][0] == "Met"


def test_a_layer_copies_what_it_is_given() -> None:
    mark = {"type": "bar"}
    made = layer(mark, {})
    mark["type"] = "line"
    assert made["mark"] == {"type": "bar"}

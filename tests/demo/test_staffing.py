"""The invented numbers say that they are invented, and every one has a parameter."""

from junheng.demo.staffing import staffing_arrivals, staffing_numbers
from junheng.web.posts.given import parameters


def test_every_number_is_a_parameter_and_says_that_it_is_synthetic() -> None:
    said = staffing_numbers()
    names = [one for one in said if not one.endswith(".source")]
    assert names
    assert set(names) <= set(parameters())
    assert all("合成" in said[f"{one}.source"] and "synthetic" in said[f"{one}.source"] for one in names)


def test_arrivals_are_in_order_and_say_that_they_are_synthetic() -> None:
    rows = list(staffing_arrivals(2027))
    assert {one["year"] for one in rows} == set(range(2027, 2037))
    assert all(one["low"] <= one["arrive"] <= one["high"] for one in rows)  # type: ignore[operator]
    assert all("合成" in str(one["source"]) for one in rows)

"""The invented numbers say that they are invented, and every one has a parameter."""

from junheng.demo.staffing import staffing_numbers
from junheng.web.posts.given import parameters


def test_every_number_is_a_parameter_and_says_that_it_is_synthetic() -> None:
    said = staffing_numbers()
    names = [one for one in said if not one.endswith(".source")]
    assert names
    assert set(names) <= set(parameters())
    assert all("合成" in said[f"{one}.source"] and "synthetic" in said[f"{one}.source"] for one in names)

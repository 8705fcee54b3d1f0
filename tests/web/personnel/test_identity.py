"""Check digits of citizen numbers (GB 11643-1999)."""

import pytest

from junheng.web.personnel.identity import check_digit_is_right, is_citizen_number, plain_number


@pytest.mark.parametrize("number", ["11010519491231002X", "440524188001010014"])
def test_the_examples_of_the_standard(number: str) -> None:
    assert is_citizen_number(number)
    assert check_digit_is_right(number)
    assert not check_digit_is_right(f"{number[:-1]}1")


def test_only_the_shape_makes_a_citizen_number() -> None:
    assert plain_number(" 11010519491231 002x") == "11010519491231002X"
    assert not is_citizen_number("E12345678")
    assert not is_citizen_number("1234")

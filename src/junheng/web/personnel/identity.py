"""Citizen identity numbers (GB 11643-1999): their shape and their check digit."""

import re

NUMBER = re.compile(r"[1-9]\d{16}[\dX]")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
"""By the weighted sum modulo 11."""


def plain_number(text: str) -> str:
    """As it is compared: without blanks, X in upper case."""
    return re.sub(r"\s", "", text).upper()


def is_citizen_number(text: str) -> bool:
    """Whether it has the shape of one, right or wrong."""
    return NUMBER.fullmatch(plain_number(text)) is not None


def check_digit_is_right(text: str) -> bool:
    """Whether the last digit is that of the others; ``text`` has the shape of a number."""
    number = plain_number(text)
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return CHECKS[total % len(CHECKS)] == number[-1]

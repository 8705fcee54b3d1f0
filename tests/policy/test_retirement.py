"""The month of retirement, beside the table that the decision of 2024-09-13 publishes."""

from datetime import date

import pytest

from junheng.policy.retirement import Line, month_of, retirement_law, retirement_parameters

DAY = date(2026, 9, 1)
PUBLISHED = [
    ("male", (1964, 12), (2024, 12)),
    ("male", (1965, 1), (2025, 2)),
    ("male", (1965, 4), (2025, 5)),
    ("male", (1965, 5), (2025, 7)),
    ("male", (1970, 8), (2032, 1)),
    ("male", (1976, 8), (2039, 7)),
    ("male", (1976, 9), (2039, 9)),
    ("male", (1990, 1), (2053, 1)),
    ("professional", (1969, 12), (2024, 12)),
    ("professional", (1970, 1), (2025, 2)),
    ("professional", (1981, 9), (2039, 9)),
    ("worker", (1974, 12), (2024, 12)),
    ("worker", (1975, 1), (2025, 2)),
    ("worker", (1975, 3), (2025, 5)),
    ("worker", (1984, 11), (2039, 11)),
]


@pytest.mark.parametrize(("kind", "birth", "retires"), PUBLISHED)
def test_the_published_table(kind: str, birth: tuple[int, int], retires: tuple[int, int]) -> None:
    line = retirement_law(DAY).lines[kind]
    assert line.month(month_of(date(*birth, 1))) == month_of(date(*retires, 1))


def test_nobody_retires_before_those_who_are_older() -> None:
    for line in retirement_law(DAY).lines.values():
        months = [line.month(month_of(date(1960, 1, 1)) + at) for at in range(400)]
        assert months == sorted(months)


def test_before_2025_nothing_is_added_and_what_is_not_known_is_asked_for() -> None:
    assert retirement_law(date(2024, 9, 1)).lines["male"] == Line(720)
    law = retirement_law(DAY)
    assert law.lines["senior"] == law.lines["professional"]
    assert law.leaving is None
    for one in retirement_parameters().values():
        assert bool(one.inert) == (one.values[-1].value is None)


def test_own_numbers() -> None:
    law = retirement_law(DAY, {"base.senior": 60, "leaving.rate": 2})
    assert law.lines["senior"] == law.lines["male"]
    assert law.leaving == 0.02
    for wrong in ({"every.male": 0}, {"leaving.rate": 101}, {"base.male": -1}):
        with pytest.raises(ValueError, match=next(iter(wrong)).replace(".", r"\.")):
            retirement_law(DAY, wrong)

"""What is open enough: pupils that are whole and not negative, values that are not negative, counts in whole steps."""

from dataclasses import replace

import pytest

from junheng.balance.model import SchoolResult
from junheng.policy.small_cells import Disclosure
from junheng.publish.disclosure_openness import key, pupils_open, safe
from tests.web import factories

RULES = Disclosure(small_count=7, least_pupils=30, hidden_together=3, open_share=0.1)
NAMES = [one.id for one in factories.STANDARD.indicators]


def _group(pupils: list[int], values: list[float] | None = None) -> list[SchoolResult]:
    found = values or [3.0 + 7.0 * (at % 3) for at in range(len(pupils))]
    return [
        replace(factories.school(f"21410{at:05d}", pupils=float(n)), values=dict.fromkeys(NAMES, value))
        for at, (n, value) in enumerate(zip(pupils, found, strict=True))
    ]


def _small(group: list[SchoolResult]) -> set[tuple[str, str]]:
    return {key(one) for one in group if (one.pupils or 0) < RULES.least_pupils}


@pytest.mark.parametrize(
    ("pupils", "open_"),
    [
        ([29, 29, 29], False),  # the sum leaves nothing but 29 each
        ([1, 1, 1], False),  # nor anything but 1 each
        ([2, 30, 30], False),  # what is hidden beside it has at least 30
        ([2, 30, 400], True),
        ([12, 15, 18], True),
        ([25, 30, 30], True),
        ([12, 500, 800], True),
    ],
)
def test_pupils_that_their_sum_gives_away(pupils: list[int], open_: bool) -> None:
    group = _group(pupils)
    assert pupils_open(group, _small(group), RULES) is open_
    for one in group:
        if key(one) in _small(group):
            assert (len(_possible(pupils, int(one.pupils or 0))) > RULES.small_count) is open_


def _possible(pupils: list[int], own: int) -> set[int]:
    """By trying: what the school's pupils may be, given the sum and who is small."""
    rest = list(pupils)
    rest.remove(own)
    whole = sum(pupils)
    sums = {0}
    for one in rest:
        choices = range(1, 30) if one < 30 else range(30, whole + 1)
        sums = {held + each for held in sums for each in choices if held + each <= whole}
    return {n for n in range(1, 30) if whole - n in sums}


def test_nothing_at_all_is_not_open() -> None:
    """Schools that have none of something: the mean of nothing is known to be nothing in each."""
    group = _group([12, 200, 300], [0.0, 0.0, 0.0])
    assert not safe(group, _small(group), factories.STANDARD, RULES)


def test_a_sum_near_nothing_bounds_each_value_from_above() -> None:
    group = _group([12, 4000, 5000], [8.0, 0.0, 0.0])
    assert not safe(group, _small(group), factories.STANDARD, RULES)


def test_one_teacher_more_or_fewer_must_be_possible() -> None:
    """With 12 pupils a teacher is 8.3 per hundred: an interval of a tenth holds only the true number."""
    close = _group([12, 200, 300], [16.7, 15.95, 17.2])
    area = [one for one in factories.STANDARD.indicators if one.per == 1]
    assert not safe(close, _small(close), factories.STANDARD, RULES)
    assert safe(close, _small(close), replace(factories.STANDARD, indicators=tuple(area)), RULES)
    wide = _group([12, 200, 300], [16.7, 5.0, 30.0])
    assert safe(wide, _small(wide), factories.STANDARD, RULES)


def test_fewer_than_are_to_be_hidden_together_are_never_safe() -> None:
    group = _group([12, 400], [3.0, 30.0])
    assert not safe(group, _small(group), factories.STANDARD, RULES)

"""A conflict is impossible, and possible as soon as any one of its demands goes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.zoning.reasons.breaches import breaches
from junheng.seats.zoning.reasons.conflict import diagnose, irreducible
from junheng.seats.zoning.reasons.demands import Demand, Task, demands
from tests.seats.zoning.reasons.tasks import (
    a_lock_across_another_zone,
    behind_a_neck,
    can_meet,
    tasks,
    too_few_seats_within_reach,
)


@settings(max_examples=30, deadline=None)
@given(tasks())
def test_what_is_told_is_true_and_nothing_can_be_left_out(task: Task) -> None:
    found = diagnose(task)
    assert (found.plan is not None) == can_meet(task, demands(task))
    if found.plan is not None:
        assert breaches(task, found.plan) == ()
        return
    assert found.irreducible
    assert not can_meet(task, found.conflict)
    for one in found.conflict:
        assert can_meet(task, [other for other in found.conflict if other != one])


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sets(st.integers(0, 9), min_size=1, max_size=4).map(frozenset), min_size=1, max_size=4))
def test_any_monotone_conflict_is_reduced(conflicts: set[frozenset[int]]) -> None:
    found = irreducible(range(10), lambda items: any(conflict <= set(items) for conflict in conflicts))
    assert frozenset(found) in conflicts
    assert not any(conflict < frozenset(found) for conflict in conflicts)


@pytest.mark.parametrize(
    ("task", "wanted"),
    [
        (
            too_few_seats_within_reach(),
            {Demand("seats", school=0), Demand("distance", area=1)},
        ),
        (
            a_lock_across_another_zone(),
            {Demand("contiguity", school=0), Demand("lock", area=3, school=0)},
        ),
        (
            behind_a_neck(),
            {Demand("contiguity", school=1), Demand("seats", school=0)},
        ),
    ],
)
def test_the_worked_examples(task: Task, wanted: set[Demand]) -> None:
    found = diagnose(task)
    assert set(found.conflict) == wanted
    assert found.irreducible


def test_without_time_nothing_is_claimed() -> None:
    found = diagnose(behind_a_neck(), seconds=0)
    assert (found.plan, found.conflict, found.irreducible) == (None, (), False)

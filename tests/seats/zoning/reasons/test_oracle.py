"""The oracle against trying every plan."""

import time

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.zoning.reasons.breaches import breaches
from junheng.seats.zoning.reasons.demands import Task, demands
from junheng.seats.zoning.reasons.oracle import Oracle
from tests.seats.zoning.reasons.tasks import behind_a_neck, can_meet, tasks


@settings(max_examples=40, deadline=None)
@given(tasks(), st.data())
def test_it_answers_as_trying_every_plan_does(task: Task, data: st.DataObject) -> None:
    asked = demands(task)
    some = data.draw(st.lists(st.sampled_from(asked), unique=True))
    plan, decided = Oracle(task, time.monotonic() + 20).plan(some)
    assert decided
    assert (plan is not None) == can_meet(task, some)
    if plan is not None:
        assert not {one.demand for one in breaches(task, plan)} & set(some)


def test_pupils_of_a_forecast_are_not_whole() -> None:
    task = behind_a_neck()
    task.pupils[:] = [33.4, 33.4, 33.2, 20, 10]
    assert Oracle(task, time.monotonic() + 20).plan(demands(task))[0] is not None
    task.pupils[1] += 0.01
    assert Oracle(task, time.monotonic() + 20).impossible(demands(task))


def test_without_time_nothing_is_proven() -> None:
    task = behind_a_neck()
    oracle = Oracle(task, time.monotonic() - 1)
    assert not oracle.impossible(demands(task))
    assert oracle.undecided == 1
    assert np.isfinite(task.pupils).all()

"""Progress by the clock or by steps."""

import pytest

from junheng.seats.assignment.clock import Clock, Stage


def test_steps_decide_where_they_are_given() -> None:
    clock = Clock(1e-9, steps=100)
    assert clock.progress == 0.0
    clock.count(40, 0.1)
    assert clock.progress == 0.4
    clock.count(100, 0.1)
    assert clock.progress == 1.0
    assert clock.portion(10, 5_000) == 10


def test_seconds_decide_otherwise() -> None:
    clock = Clock(1e-9)
    assert clock.progress == 1.0
    assert clock.spent > 0


def test_a_portion_follows_the_speed() -> None:
    clock = Clock(10.0)
    assert clock.portion(100, 2_000) == 2_000
    clock.count(1_000_000, 1.0)
    assert clock.portion(100, 2_000) == 100_000


def test_steps_of_which_no_time_is_known_leave_the_speed() -> None:
    clock = Clock(10.0)
    clock.count(1_000_000, 1.0)
    clock.count(500)
    assert clock.done == 1_000_500
    assert clock.rate == 1_000_000


def test_a_stage_is_a_run_of_its_own() -> None:
    clock = Clock(1.0, steps=100)
    clock.count(20, 0.1)
    stage = Stage(clock, 0.6)
    assert stage.progress == 0.0
    clock.count(20, 0.1)
    assert stage.progress == pytest.approx(0.5)
    clock.count(20, 0.1)
    assert stage.over
    assert Stage(clock, 0.5).over

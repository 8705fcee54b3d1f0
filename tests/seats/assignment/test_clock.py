"""Progress by the clock or by steps."""

from junheng.seats.assignment.clock import Clock


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

"""The bound alone and beside a search."""

from junheng.seats.assignment import assign, bound
from junheng.seats.assignment.certificate import Certificate
from junheng.seats.assignment.clock import Clock
from junheng.seats.assignment.ready import ready
from tests.seats.assignment.towns import town

PROBLEM, _, _ = town(tightness=0.8)


def test_the_bound_alone_lies_below_every_plan() -> None:
    plan = assign(PROBLEM, steps=20_000)
    found = bound(PROBLEM, seconds=2.0)
    assert 0 < found.value <= plan.objective
    assert found.seconds < 4.0


def test_what_is_fixed_is_added_to_what_is_proven() -> None:
    alone, beside = (Certificate(ready(PROBLEM), Clock(5.0, steps=10), fixed) for fixed in (0.0, 500.0))
    alone.begin()
    beside.begin()
    assert beside.end() == alone.end() + 500.0


def test_it_rises_in_its_thread_and_stops_when_told() -> None:
    certificate = Certificate(ready(PROBLEM), Clock(5.0))
    regret = certificate.begin()
    assert regret.shape == PROBLEM.arcs.school.shape
    assert certificate.end() > 0
    assert not certificate.thread.is_alive()


def test_a_plan_that_is_looked_for_longer_is_not_proven_less() -> None:
    short, long = (assign(PROBLEM, steps=steps).bound for steps in (1_000, 20_000))
    assert long >= short

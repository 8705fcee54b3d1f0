"""Why not everybody has a seat: the reason of whatever was answered, and never more than is proven."""

from dataclasses import replace

from junheng.seats.siting import SitingPlan, Unsited, site, why_not_seated
from junheng.seats.siting.reasons import Names
from tests.seats.siting.test_solve import choice


def answered(problem: object) -> SitingPlan:
    found = site(problem, steps=2_000)  # type: ignore[arg-type]
    assert isinstance(found, SitingPlan)
    return found


def test_who_all_have_a_seat_need_no_reason() -> None:
    problem = choice()
    found = answered(problem)
    assert found.plan.unserved == 0
    assert why_not_seated(problem, found) is None


def test_what_cannot_be_done_is_its_own_reason() -> None:
    clash = site(choice(budget=-1.0), steps=1_000)
    assert isinstance(clash, Unsited)
    assert why_not_seated(choice(budget=-1.0), clash) is clash


def test_what_is_proven_is_told() -> None:
    problem = choice()
    problem = replace(problem, places=replace(problem.places, pupils=problem.places.pupils * 100))
    found = answered(problem)
    assert found.plan.unserved > 0
    why = why_not_seated(problem, found)
    assert why is not None
    assert why.proven


def test_without_a_proof_nothing_is_claimed() -> None:
    problem = choice()
    found = answered(problem)
    left_out = replace(found, plan=replace(found.plan, unserved=1))
    names = Names(["甲"])
    why = why_not_seated(problem, left_out, names)
    assert why is not None
    assert not why.proven
    assert why.names is names

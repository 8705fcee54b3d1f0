"""The certificate of a siting lies below every siting there is and rises when limits tighten."""

from junheng.seats.siting import SitingPlan, site, siting_bound
from tests.seats.siting.test_solve import choice


def test_it_lies_below_what_is_found() -> None:
    problem = choice(at_most=2)
    answer = site(problem, steps=10_000)
    assert isinstance(answer, SitingPlan)
    assert 0 < siting_bound(problem, steps=1) <= answer.objective


def test_fewer_sites_cost_no_less() -> None:
    none, all_ = (siting_bound(choice(at_most=number), steps=1) for number in (0, 4))
    assert none > all_

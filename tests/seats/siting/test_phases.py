"""Over the years: what was built stays, money adds up, and the sum of the bounds holds."""

from junheng.seats.siting import Phase, PhasedPlan, Unphased, site_in_phases
from tests.seats.siting.test_solve import choice


def test_what_is_built_stays_and_money_adds_up() -> None:
    problem = choice()
    pupils = problem.places.pupils
    phases = [Phase(2026, pupils, budget=2.0), Phase(2030, pupils * 5 // 4, budget=3.0), Phase(2035, pupils * 3 // 2)]
    plan = site_in_phases(problem, phases, steps=6_000)
    assert isinstance(plan, PhasedPlan)
    assert plan.years == (2026, 2030, 2035)
    for earlier, later in zip(plan.answers, plan.answers[1:], strict=False):
        assert (later.seats >= earlier.seats).all()
        assert later.money >= earlier.money
    assert plan.answers[0].money <= 2.0
    assert plan.answers[1].money <= 5.0
    assert plan.bound <= plan.objective
    assert plan.gap < 1.0


def test_a_number_of_new_sites_adds_up_too() -> None:
    problem = choice()
    phases = [Phase(year, problem.places.pupils, at_most=1) for year in (2026, 2030)]
    plan = site_in_phases(problem, phases, steps=4_000)
    assert isinstance(plan, PhasedPlan)
    opened = [int(((one.seats > 0) & problem.new).sum()) for one in plan.answers]
    assert opened[0] <= 1
    assert opened[1] <= 2


def test_a_phase_without_a_way_out_is_no_plan() -> None:
    problem = choice()
    plan = site_in_phases(problem, [Phase(2026, problem.places.pupils, budget=-1.0)], steps=1_000)
    assert isinstance(plan, Unphased)
    assert plan.words.zh == "2026 年：做不到的要求：花费不超过 -1"
    assert plan.words.en == "2026: The demand that cannot be kept: no more than -1 is spent"

"""The plans of tiny counties are the best of all; laws of the answer."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from junheng.policy.rotation_rules import RotationRules
from junheng.programs import Solver
from junheng.teachers.rotation.county import County, quota
from junheng.teachers.rotation.solve import CountyPlan, city_gap, rotate
from junheng.teachers.rotation.terms import terms
from tests.teachers.rotation.tiny import best, county, kept, random_county, rules, with_held

MANY = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LAWS = (
    rules(),
    rules(cap=5, couple=1, child=4),
    rules(share=50, backbone=40, out=50, into=60, principal=1),
    rules(share=30, most=40, cap=6, couple=1, into=100),
)


CHILD = Solver()


@pytest.fixture(autouse=True, scope="module")
def child() -> Iterator[None]:
    yield
    CHILD.stop()


def solved(held: County, law: RotationRules) -> CountyPlan:
    return rotate([held], law, 30.0, child=CHILD)[0]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("law", LAWS, ids=["plain", "bonds", "limits", "all"])
def test_the_plan_is_the_best_of_all_plans(seed: int, law: RotationRules) -> None:
    held = random_county(seed)
    plan, wanted = solved(held, law), best(held, law)
    if wanted == float("inf"):
        assert plan.status == "infeasible"
        assert plan.moves.count == 0
    else:
        assert plan.status == "optimal"
        assert plan.points == pytest.approx(wanted, abs=1e-5)
        assert plan.bound <= plan.points + 1e-9


@pytest.mark.parametrize("seed", range(12))
def test_held_teachers_are_where_they_are_held_and_the_others_at_their_best(seed: int) -> None:
    held, law = with_held(random_county(seed), seed), LAWS[seed % len(LAWS)]
    plan, wanted = solved(held, law), best(held, law)
    assert (plan.conflict is None) == (wanted < float("inf"))
    if plan.conflict is None:
        assert plan.points == pytest.approx(wanted, abs=1e-5)
        after, fixed = plan.moves.posts(held), held.staff.held
        assert np.array_equal(after[fixed >= 0], fixed[fixed >= 0])


@MANY
@given(st.integers(0, 10_000), st.sampled_from(LAWS))
def test_laws_of_every_plan(seed: int, law: RotationRules) -> None:
    held = random_county(seed, teachers=30, posts=6)
    plan = solved(held, law)
    after = plan.moves.posts(held)
    assert held.staff.mobile[plan.moves.teacher].all(), "nobody moves who may not"
    assert (held.have(after).sum(axis=0) == held.have().sum(axis=0)).all(), "teachers of a subject stay in the county"
    assert [held.flagged(at, after).sum() for at in (0, 1)] == [held.flagged(at).sum() for at in (0, 1)]
    assert (held.section[after] == held.section[held.staff.post]).all()
    if plan.conflict is None:
        assert kept(held, law, after)
        assert plan.points == pytest.approx(terms(held, law, after).points)
        assert 0 <= plan.points - plan.bound <= plan.gap * max(plan.bound, 1) + 1e-5 * max(1.0, plan.points)


@MANY
@given(st.integers(0, 10_000))
def test_more_levers_are_never_worse(seed: int) -> None:
    held = random_county(seed, teachers=20, posts=5)
    tight, loose = solved(held, rules(cap=3, couple=1, into=40, most=40)), solved(held, rules(cap=6, most=60))
    if tight.conflict is None:
        assert loose.conflict is None
        assert loose.bound <= tight.points + 1e-6


@MANY
@given(st.integers(0, 10_000))
def test_the_plan_is_never_worse_than_staying_where_nobody_has_to_move(seed: int) -> None:
    held = random_county(seed, teachers=20, posts=5)
    law = rules(share=0)
    assert solved(held, law).points <= terms(held, law, held.staff.post).points + 1e-6


def test_only_dispersion_counted_makes_it_no_larger() -> None:
    only = {"weight.degree": 0, "weight.shortage": 0, "weight.commute": 0, "weight.wish": 0, "weight.unasked": 0}
    held = county([0, 0, 0, 0, 1, 2], backbone=[1, 1, 1, 0, 0, 0], pupils=[100, 100, 100])
    law = rules(**only)
    plan = solved(held, law)
    assert held.flagged(0, plan.moves.posts(held)).tolist() == [1, 1, 1]
    assert plan.points == pytest.approx(0)


def test_a_county_without_anybody_who_may_move_has_an_empty_plan() -> None:
    held = county([0, 1, 2], mobile=[False] * 3)
    plan = solved(held, rules())
    assert (plan.status, plan.moves.count) == ("optimal", 0)
    assert quota(10, held.eligible()) == 0


def test_counties_are_told_one_after_the_other_and_added_up() -> None:
    told: list[tuple[int, int]] = []
    counties = [random_county(seed, teachers=12, posts=4) for seed in (1, 2)]
    plans = rotate(counties, rules(), 5.0, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]
    points, bound, gap = city_gap(plans)
    assert points == pytest.approx(sum(one.points for one in plans if one.conflict is None))
    assert bound <= points
    assert gap == pytest.approx(0)


def test_without_time_the_gap_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken flows that no time is left for stay within a gap that says so."""
    monkeypatch.setattr(Solver, "solve", lambda *_a, **_k: pytest.fail("no time was left"))
    monkeypatch.setattr("junheng.teachers.rotation.solve.conflict", lambda *_: None)
    for seed in range(200):
        held = random_county(seed, teachers=30, posts=6)
        plan = rotate([held], LAWS[3], 0.0)[0]
        if plan.status == "within_gap":
            assert plan.gap > 0
            assert kept(held, LAWS[3], plan.moves.posts(held))
            return
    raise AssertionError("every plan was whole")


def test_the_same_county_has_the_same_plan_twice() -> None:
    held = random_county(7, teachers=30, posts=6)
    one, other = solved(held, LAWS[1]), solved(held, LAWS[1])
    assert np.array_equal(one.moves.teacher, other.moves.teacher)
    assert np.array_equal(one.moves.to, other.moves.to)

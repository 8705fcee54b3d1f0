"""The best plan with one teacher held fast costs what trying all plans says."""

import pytest

from junheng.programs import Solver
from junheng.teachers.rotation.solve import rotate
from junheng.teachers.rotation.what_if import forced
from tests.teachers.rotation.tiny import county, rules


def test_the_best_plan_costs_nothing_more() -> None:
    held = county([0, 0, 0, 1], backbone=[1, 1, 0, 0], wishes=[(0, 1, 1)], subject=[0, 0, 0, 0])
    with Solver() as solver:
        plan = rotate([held], rules(), 5.0, child=solver)[0]
    after = plan.moves.posts(held)
    assert forced(plan, 0, int(after[0])) == pytest.approx(0, abs=1e-6)
    other = 1 - int(after[0])
    dearer = forced(plan, 0, other)
    assert dearer is not None
    assert dearer > 0.1
    assert forced(plan, 0, int(after[0])) == pytest.approx(0, abs=1e-6), "the program is as it was"


def test_a_teacher_without_wishes_may_be_sent_and_kept() -> None:
    held = county([0, 0, 1, 2], backbone=[1, 1, 1, 1])
    plan = rotate([held], rules(), 5.0)[0]
    for to in range(3):
        assert (forced(plan, 2, to) or 0.0) >= -1e-6


def test_what_the_rules_forbid_has_no_price() -> None:
    held = county([0, 1], mobile=[0, 1], section=[0, 1])
    plan = rotate([held], rules(share=0), 1.0)[0]
    assert forced(plan, 0, 1) is None
    assert forced(plan, 0, 0) == 0
    assert forced(plan, 1, 0) is None

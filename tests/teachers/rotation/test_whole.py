"""Whole plans with a bound that holds."""

import numpy as np
import pytest

from junheng.programs import NOTHING, Solver
from junheng.teachers.rotation.master import master, relax
from junheng.teachers.rotation.whole import Whole, dived, mixed, proved
from tests.teachers.rotation.tiny import best, random_county, rules

LAW = rules(share=30, most=40, cap=6, couple=1, into=100)


def test_a_proven_plan_has_no_gap_and_equals_the_best() -> None:
    with Solver() as solver:
        for seed in range(12):
            held = random_county(seed)
            program = master(held, LAW)
            found = relax(program)
            if found.lack > 1e-6:
                continue
            plan = proved(program, found, None, solver, 20.0)
            assert plan is not None
            if plan.lack == 0:
                assert plan.gap == 0
                assert plan.points == pytest.approx(best(held, LAW), abs=1e-5)


def test_a_solver_that_finds_nothing_leaves_the_known_plan() -> None:
    class Dumb(Solver):
        def solve(self, *_: object, **__: object):  # type: ignore[no-untyped-def]
            return NOTHING

    program = master(random_county(3, teachers=20, posts=5), rules())
    found = relax(program)
    known = dived(program, found)
    assert known is not None
    left = proved(program, found, known, Dumb(), 1.0)
    assert left is not None
    assert left.points == known.points
    assert known.bound <= left.bound <= known.points
    assert proved(program, found, None, Dumb(), 1.0) is None


def test_the_mixed_program_counts_as_the_linear_one() -> None:
    program = master(random_county(5, teachers=20, posts=5), rules())
    found = relax(program)
    given = mixed(program, program.arcs)
    assert given.cost.size == program.fixed + program.arcs.count
    assert given.whole.sum() == program.arcs.count
    values = np.array(program.solver.getSolution().col_value)
    assert given.cost @ values + program.constant == pytest.approx(found.points)


def test_the_gap_is_a_share_of_the_bound() -> None:
    program = master(random_county(5), rules())
    assert Whole(program.arcs, np.zeros(0, dtype=np.int64), 110.0, 100.0, 0).gap == pytest.approx(0.1)

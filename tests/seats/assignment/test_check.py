"""The checker finds every lie a plan can tell."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.seats.assignment import Plan, assign, faults, split, split_faults
from tests.seats.assignment.towns import town

PROBLEM, _, _ = town()


@pytest.fixture(scope="module")
def plan() -> Plan:
    return assign(PROBLEM, steps=20_000, contiguous=True)


def test_a_true_plan_has_no_fault(plan: Plan) -> None:
    assert faults(PROBLEM, plan, contiguous=True) == []


def test_lies_about_numbers(plan: Plan) -> None:
    assert any("objective" in one for one in faults(PROBLEM, replace(plan, objective=plan.objective * 0.999)))
    assert any("unserved" in one for one in faults(PROBLEM, replace(plan, unserved=plan.unserved + 1)))
    assert any("bound" in one for one in faults(PROBLEM, replace(plan, bound=plan.objective * 1.01)))
    assert faults(PROBLEM, replace(plan, assignment=plan.assignment[1:])) == ["not one school for every area"]


def test_demands_broken(plan: Plan) -> None:
    area = int(np.flatnonzero(plan.assignment >= 0)[0])
    arc = int(np.flatnonzero((PROBLEM.arcs.area == area) & (PROBLEM.arcs.school == plan.assignment[area]))[0])
    forbidden = np.zeros(PROBLEM.arcs.school.size, bool)
    forbidden[arc] = True
    locked = np.full(PROBLEM.pupils.size, -1)
    locked[area] = (plan.assignment[area] + 1) % 9
    keep = np.ones(PROBLEM.arcs.school.size, bool)
    keep[arc] = False
    broken = {
        "farther": replace(PROBLEM, cap_metres=PROBLEM.arcs.metres[arc] - 0.1),
        "forbidden": replace(PROBLEM, forbidden=forbidden),
        "locked": replace(PROBLEM, locked=locked),
        "without an arc": replace(PROBLEM, arcs=PROBLEM.arcs.kept(keep)),
        "seats": replace(PROBLEM, seats=PROBLEM.seats // 2),
    }
    for word, problem in broken.items():
        assert any(word in one for one in faults(problem, plan)), word


def test_a_torn_zone_and_a_school_outside_its_zone(plan: Plan) -> None:
    assert PROBLEM.home is not None
    moved = plan.assignment.copy()
    moved[PROBLEM.home[0]] = 1
    found = faults(PROBLEM, replace(plan, assignment=moved), contiguous=True)
    assert any("stands in area" in one for one in found)
    far = np.flatnonzero(plan.assignment == 2)[0]
    torn = np.where(np.arange(60) == far, 3, plan.assignment)
    assert faults(PROBLEM, replace(plan, assignment=torn), contiguous=True)


def test_lies_about_a_split_plan() -> None:
    found = split(PROBLEM)
    assert split_faults(PROBLEM, found) == []
    more = found.flow.copy()
    more[np.argmax(more)] += 1
    assert any("accounted" in one for one in split_faults(PROBLEM, replace(found, flow=more)))
    assert any("seats" in one for one in split_faults(replace(PROBLEM, seats=PROBLEM.seats // 3), found))
    assert any("objective" in one for one in split_faults(PROBLEM, replace(found, objective=found.objective + 1e3)))
    assert any("bound" in one for one in split_faults(PROBLEM, replace(found, bound=found.objective * 1.1)))
    less = found.flow.copy()
    less[np.argmin(less)] = -1
    assert "negative pupils" in split_faults(PROBLEM, replace(found, flow=less))

"""The checker of sitings finds every lie."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.seats.siting import SitingPlan, faults, site
from tests.seats.siting.test_solve import choice

PROBLEM = choice(at_most=1, group=np.array([-1, -1, -1, -1, -1, 0, 0, -1, -1]))


@pytest.fixture(scope="module")
def answer() -> SitingPlan:
    found = site(PROBLEM, steps=4_000)
    assert isinstance(found, SitingPlan)
    return found


def test_a_true_answer_has_no_fault(answer: SitingPlan) -> None:
    assert faults(PROBLEM, answer) == []


def test_every_lie_is_found(answer: SitingPlan) -> None:
    other = answer.chosen.copy()
    other[0] += 1
    assert faults(PROBLEM, replace(answer, chosen=other)) == ["an option of another site"]
    assert "objective or money differ" in faults(PROBLEM, replace(answer, money=answer.money + 1))
    assert "objective or money differ" in faults(PROBLEM, replace(answer, objective=answer.objective * 0.99))
    assert any("above objective" in one for one in faults(PROBLEM, replace(answer, bound=answer.objective * 1.1)))
    assert any("at most 0" in one for one in faults(replace(PROBLEM, at_most=0), answer))
    assert any("spent of" in one for one in faults(replace(PROBLEM, budget=0.1), answer))
    lost = replace(PROBLEM, group=np.array([-1, -1, -1, -1, -1, 0, 1, 2, 3]))
    assert any("no site open in group" in one for one in faults(lost, answer))
    assert "seats are not those of the options" in faults(PROBLEM, replace(answer, seats=answer.seats + 1))

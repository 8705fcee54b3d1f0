"""The door of siting: a siting that passes the checker, or a reason."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.seats.siting import SitingPlan, Unsited, door, faults, site
from tests.seats.siting.test_solve import choice


def test_a_siting_comes_through_as_it_is() -> None:
    problem = choice(at_most=2)
    answer = site(problem, steps=4_000)
    assert isinstance(answer, SitingPlan)
    assert faults(problem, answer) == []


def test_limits_that_clash_are_a_reason() -> None:
    answer = site(choice(at_most=1, group=np.array([-1, -1, -1, -1, -1, 0, 1, -1, -1])), steps=1_000)
    assert isinstance(answer, Unsited)
    assert answer.proven
    assert "最多新开 1 处" in answer.words.zh


def test_a_search_that_finds_no_beginning_claims_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "search", lambda *_, **__: None)
    answer = site(choice(at_most=2))
    assert isinstance(answer, Unsited)
    assert not answer.proven


@pytest.mark.parametrize("seed", range(3))
def test_where_seats_are_far_too_few_nobody_sits_above_them(seed: int) -> None:
    problem = choice(seed=seed + 1, at_most=1)
    tight = replace(problem, options=replace(problem.options, seats=problem.options.seats // 3))
    answer = site(tight, steps=4_000)
    assert isinstance(answer, SitingPlan)
    assert faults(tight, answer) == []
    assert answer.plan.unserved > 0

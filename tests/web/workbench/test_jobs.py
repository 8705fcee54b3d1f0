"""The work of studies."""

import pytest

from junheng.seats.plan import Choices, plan
from junheng.web.operations.kinds import kind_of
from junheng.web.workbench.jobs import STEPS, worst_gap
from tests.seats.plan.tiny import tiny


def test_both_kinds_are_known_to_the_worker() -> None:
    assert kind_of("horizon_study").title.zh == "远期规划"
    assert kind_of("siting_study").title.en == "Where to build"


def test_every_step_of_the_plan_has_words() -> None:
    told: set[str] = set()
    found = plan(tiny(), Choices(years=(2026,), seconds=0.2), lambda step, *_: told.add(step))
    assert told == set(STEPS)
    gaps = found.zone_plans["gap"]
    assert worst_gap(found) == (None if gaps.null_count() else pytest.approx(gaps.max()))

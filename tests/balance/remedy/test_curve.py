"""The curve never falls, ends where everybody passes, and knows what a million more buys."""

import json
from dataclasses import replace

import pytest

from junheng.balance.remedy import Curve, Limits, curve, pupils_of, sections
from junheng.balance.remedy.curve import Measure
from junheng.programs import Solver
from tests.balance.remedy.county import COSTS, judged, row, rows

POOR = [row(f"p{at}", 200 + 100 * at, teachers_above_qualification=4.0, equipment_value_yuan=1000.0) for at in range(3)]


@pytest.fixture(scope="module")
def solver() -> Solver:  # type: ignore[misc]
    with Solver() as one:
        yield one


def drawn(solver: Solver, budget: float, by: Measure = "pupils", *, steps: int = 4) -> Curve:
    evaluation = judged(*rows(), *POOR, {**row("b1", 90, county="410101"), "pupils": None})
    parts = list(sections(evaluation, COSTS))
    return curve(parts, pupils_of(evaluation), budget, solver, by=by, steps=steps)


def test_it_rises_to_where_everybody_passes(solver: Solver) -> None:
    told: list[tuple[int, int]] = []
    evaluation = judged(*rows(), *POOR)
    parts = list(sections(evaluation, COSTS))
    step = told.append
    found = curve(parts, pupils_of(evaluation), 2e6, solver, steps=4, progress=lambda done, of: step((done, of)))
    assert told == [(done, 7) for done in range(1, 8)]
    assert (found.schools, found.pupils) == (6, 2100.0)
    assert [one.pupils for one in found.points] == sorted(one.pupils for one in found.points)
    first, last = found.points[0], found.points[-1]
    assert (first.budget, first.cost, first.schools, first.pupils) == (0.0, 0.0, 2, 900.0)
    assert (last.schools, last.pupils) == (6, 2100.0)
    assert last.budget == pytest.approx(max(found.enough, 3e6))
    assert all(one.cost <= one.budget + 0.01 for one in found.points)
    assert all(one.pupils <= one.bound + 1e-6 for one in found.points)


def test_schools_or_pupils_are_made_many(solver: Solver) -> None:
    whole = drawn(solver, 0.0, steps=0).enough
    for part in (0.3, 0.5, 0.7):
        schools, pupils = (drawn(solver, part * whole, by, steps=0).chosen for by in ("schools", "pupils"))
        assert schools is not None
        assert pupils is not None
        assert schools.schools >= pupils.schools
        assert pupils.pupils >= schools.pupils


def test_the_budget_asked_about_has_its_list_and_a_million_more(solver: Solver) -> None:
    found = drawn(solver, 1.5e6, steps=0)
    assert [one.budget for one in found.points] == [1.5e6, 2.5e6]
    assert found.chosen is not None
    assert found.more is not None
    assert found.more.pupils > found.chosen.pupils
    spent = sum(action["cost"] for held in found.actions.values() for action in held)
    assert spent == pytest.approx(found.chosen.cost)
    assert found.left_out == (("410101", "primary", 2024),)
    told = found.to_dict()
    assert json.loads(json.dumps(told)) == told


def test_what_is_pinned_must_be_paid_for(solver: Solver) -> None:
    evaluation = judged(*rows())
    pinned = Limits(pinned={("a1", "L1"): 2.0})
    parts = list(sections(evaluation, replace(COSTS, limits=pinned)))
    found = curve(parts, pupils_of(evaluation), 1000.0, solver, steps=0)
    assert found.chosen is None
    assert found.actions == {}
    assert [one.budget for one in found.points] == [1_001_000.0]
    assert found.to_dict()["chosen"] is None

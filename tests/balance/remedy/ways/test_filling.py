"""Plans beside an answer: they hold, and nothing in them can be left out."""

import numpy as np
import pytest

from junheng.balance.remedy.problem import Changes, Floats
from junheng.balance.remedy.ways.checker import faults_of
from junheng.balance.remedy.ways.county import County, Done
from junheng.balance.remedy.ways.filling import filled, thinned
from tests.balance.remedy.tiny_levers import small


def held(county: County, amounts: list[Floats]) -> bool:
    added = county.added(amounts)
    plans = tuple(Done(one, Changes.of(more)) for one, more in zip(amounts, added, strict=True))
    return faults_of(county, plans) == []


@pytest.mark.parametrize("seed", [1, 2, 4, 7])
def test_what_is_filled_holds_and_is_thin(seed: int) -> None:
    county = County.of([small(seed, posts=4.0)])
    (levers,) = county.parts
    lows = [np.maximum(levers.problem.full, 0.0)]
    amounts = filled(county, [levers.problem], lows, [levers.least])
    assert amounts is not None
    assert held(county, amounts)
    assert (thinned(county, [levers.problem], lows, amounts)[0] == amounts[0]).all()
    for school, way in np.argwhere(amounts[0] > 0).tolist():
        less = amounts[0].copy()
        less[school, way] -= 1.0
        assert (levers.added(less) < lows[0]).any() or not held(county, [less])


def test_whole_schools_are_filled_and_thinned_in_both_sections() -> None:
    links = np.array([[0, 1, 1, 1, at] for at in (1, 2)])
    county = County.of([small(1, posts=9.0), small(2, posts=9.0)], links)
    problems = [one.problem for one in county.parts]
    lows = [np.maximum(one.full, 0.0) for one in problems]
    amounts = filled(county, problems, lows, [one.least for one in county.parts])
    assert amounts is not None
    assert held(county, amounts)
    assert amounts[0][1, 1:3].tolist() == amounts[1][1, 1:3].tolist()


def test_what_no_way_reaches_is_given_up() -> None:
    county = County.of([small(1)])
    (levers,) = county.parts
    assert filled(county, [levers.problem], [np.full((2, 3), 99.0)], [levers.least]) is None

"""The arrays of a section's ways."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy import Cap, Limits, Way, sections
from junheng.balance.remedy.ways.levers import Levers, levers_of, split_prices, ways_of
from tests.balance.remedy.county import COSTS, judged

ART = Way("hire", "art", {"L1": 1.0, "L3": 1.0}, 125_000.0)
TRAIN = Way("train", "L1", {"L1": 1.0}, 6_000.0, Cap(per_school=2))
ROOM = Way("build", "room", {"L4": 80.0, "L7": 1.0}, 250_000.0)


def of(limits: Limits, *ways: Way) -> Levers:
    costs = replace(COSTS, limits=limits, ways=ways)
    section = next(sections(judged(), replace(costs, add=split_prices(ways_of(costs)), ways=())))
    found = levers_of(section, costs)
    assert found is not None
    return found


def test_no_way_costs_less_than_what_it_adds_is_worth_at_the_prices() -> None:
    ways = (*ways_of(COSTS), ART, TRAIN, ROOM)
    prices = split_prices(ways)
    assert prices["L1"] == 6_000.0 * 125_000 / 126_000
    for way in ways:
        assert sum(prices[id_] * amount for id_, amount in way.counts.items()) <= way.cost * (1 + 1e-12)


def test_what_can_be_added_is_what_all_ways_can_and_posts_allow() -> None:
    limits = Limits(per_school={"L1": 4}, posts=Cap(per_school=3, per_county=5), forbidden=frozenset({("a1", "L7")}))
    levers = of(limits, ART, TRAIN)
    at = {one: at for at, one in enumerate(levers.problem.indicators)}
    assert levers.problem.most[:, at["L1"]].tolist() == [4 + 3 + 2] * 3
    assert levers.problem.most[0, at["L7"]] == 0
    assert np.isinf(levers.problem.most[:, at["L3"]]).all()
    assert [levers.whole[-2], levers.step[3]] == [True, 0.001]


def test_a_price_is_that_of_every_action_to_the_fen() -> None:
    levers = of(Limits(posts=Cap(per_school=9)), ART)
    amounts = np.zeros(levers.most.shape)
    amounts[0, 3], amounts[1, -1] = 0.001, 2.0
    assert levers.yuan(amounts).sum() == pytest.approx(250_003.0)
    assert levers.added(amounts)[1, [0, 2]].tolist() == [2.0, 2.0]

"""What a study is answered with today."""

import pytest

from junheng.web.workbench.actions.set_lever import set_lever
from junheng.web.workbench.actions.set_prices import set_prices
from junheng.web.workbench.remedy.terms import lacking_at, terms_of, ways_at
from tests.web.people import CITY, COUNTY, People
from tests.web.workbench.remedy.ground import FULL, LAW, TRAINED

pytestmark = pytest.mark.django_db


def test_ways_are_taken_when_they_are_asked_for_and_need_no_price_of_adding(staff: People) -> None:
    planner, place = staff.actor("planner"), staff.places[COUNTY]
    set_prices(planner, CITY, {**FULL, "add_L1": "", "add_L1_source": ""})
    assert [one.name for one in lacking_at(place, LAW.id, moving=True)] == ["add_L1"]
    set_lever(planner, COUNTY, TRAINED, synthetic=True)
    assert lacking_at(place, LAW.id, moving=True) == []
    assert [one.name for one in ways_at(place)] == ["L1"]
    assert ways_at(staff.places[CITY]) == []
    plain = terms_of(place, LAW.id, moving=False, ways=False)
    assert [one.name for one in plain.lacking] == ["add_L1"]
    assert (plain.prices["ways"], plain.prices["levers"], plain.prices["synthetic"]) == ({}, [], False)
    terms = terms_of(place, LAW.id, moving=False, ways=True)
    assert terms.lacking == ()
    prices = terms.prices
    assert [prices[part]["train_L1"] for part in ("low", "high", "sources")] == [5000, 9000, "合成"]
    assert prices["levers"][0]["lead"] == 2
    assert prices["synthetic"]
    assert prices["digest"] != plain.prices["digest"]

"""The made-up prices say that they are made up, and are a whole list."""

from junheng.demo.unit_costs import levers, unit_costs
from junheng.web.workbench.remedy.lever_form import lever_in
from junheng.web.workbench.remedy.levers import TITLES
from junheng.web.workbench.remedy.prices import said_in, slots


def test_every_price_is_there_and_says_that_it_is_synthetic() -> None:
    said = said_in(unit_costs(), "jiaodu-2017-6")
    assert said.faults == ()
    named = {f"{verb}_{id_}" for verb, held in said.prices.items() for id_ in held}
    assert named == {one.name for one in slots("jiaodu-2017-6")}
    sources = {price["source"] for held in said.prices.values() for price in held.values()}
    assert all("合成" in one and "synthetic" in one for one in sources)


def test_every_kind_of_way_is_there_but_limits_on_moves_and_says_that_it_is_synthetic() -> None:
    said = [lever_in(one, "jiaodu-2017-6") for one in levers()]
    assert [one.faults for one in said] == [()] * len(said)
    assert {one.means for one in said} == set(TITLES) - {"move"}
    assert all("合成" in one.said["source"] and "synthetic" in one.said["source"] for one in said)

"""The made-up prices say that they are made up, and are a whole list."""

from junheng.demo.unit_costs import unit_costs
from junheng.web.workbench.remedy.prices import said_in, slots


def test_every_price_is_there_and_says_that_it_is_synthetic() -> None:
    said = said_in(unit_costs(), "jiaodu-2017-6")
    assert said.faults == ()
    named = {f"{verb}_{id_}" for verb, held in said.prices.items() for id_ in held}
    assert named == {one.name for one in slots("jiaodu-2017-6")}
    sources = {price["source"] for held in said.prices.values() for price in held.values()}
    assert all("合成" in one and "synthetic" in one for one in sources)

"""Items show the numbers of the law they use and on which side of them they are."""

import pytest

from junheng.balance import explain_item, judge
from junheng.balance.model import Explanation
from junheng.policy import load_standard
from tests.balance.city import COUNTY, facts_of, sound

STANDARD = load_standard("jiaodu-2017-6")
FACTS = facts_of(sound())
CITY = judge(FACTS, STANDARD)


def tree(item: str) -> Explanation:
    return explain_item(CITY, FACTS, COUNTY, item)


@pytest.mark.parametrize("item", [one.id for one in STANDARD.items])
def test_every_item_can_be_opened(item: str) -> None:
    found = tree(item)
    assert found.cite is not None
    assert found.state == next(one.state for one in CITY.counties[0].items if one.item.id == item)


def test_the_parameters_of_an_item_are_shown_with_their_sentence() -> None:
    values = {one.threshold.parameter: one.value for one in tree("G4").children if one.threshold}
    assert values["G4.combined_relief"] == 3000.0
    assert "special.larger_schools" not in values


def test_a_difference_below_its_limit_has_a_positive_margin() -> None:
    margins = {one.title.zh: one.margin for one in tree("Q9").children if one.threshold and one.margin is not None}
    assert margins["语文校际差异率"] == pytest.approx(0.03)
    assert margins["语文学业水平等级"] == 0.0

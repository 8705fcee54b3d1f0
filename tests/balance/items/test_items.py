"""Every measure a standard may name has its calculation, and every item its answer."""

import pytest

from junheng.balance.items import MEASURES
from junheng.policy import load_standard, standards
from tests.balance.items.spoil import item, standard


@pytest.mark.parametrize("id_", standards())
def test_every_measure_of_the_built_in_standards_is_known(id_: str) -> None:
    assert {one.measure for one in load_standard(id_).items if one.measure} <= set(MEASURES)


def test_no_measure_is_unused() -> None:
    assert {one.measure for one in standard().items if one.measure} == set(MEASURES)


@pytest.mark.parametrize("id_", [one.id for one in standard().items])
def test_every_item_is_answered_in_words(id_: str) -> None:
    found = item(id_)
    assert found.ok is True
    assert found.summary.zh
    assert found.summary.en

"""Which column grows when an indicator is raised."""

from dataclasses import replace

import pytest

from junheng.balance import InputError
from junheng.balance.remedy import quantities
from junheng.balance.remedy.quantities import own_column, unit_title
from junheng.policy import load_standard
from tests.balance.remedy.county import STANDARD


def test_every_indicator_has_a_column_of_its_own() -> None:
    held = quantities(STANDARD)
    assert [one.column for one in held] == [
        "teachers_above_qualification",
        "backbone_teachers",
        "pe_art_teachers",
        "teaching_area",
        "sports_ground_area",
        "equipment_value_yuan",
        "multimedia_classrooms",
    ]
    assert [one.whole for one in held] == [True, True, True, False, False, False, True]
    assert [one.step for one in held] == [1, 1, 1, 0.001, 0.001, 0.01, 1]
    assert [one.unit for one in held] == ["人", "人", "人", "㎡", "㎡", "元", "间"]
    assert unit_title(held[3]).zh == "教学及辅助用房面积"


def test_a_standard_of_another_form_is_refused_with_all_reasons() -> None:
    with pytest.raises(InputError) as caught:
        quantities(load_standard("jiaodu-2012-3"))
    assert {fault.code for fault in caught.value.faults} == {"no_remedy_for_standard"}
    l1 = STANDARD.indicators[0]
    lower = replace(
        STANDARD, indicators=(replace(l1, better="lower", weight="backbone_teachers"), *STANDARD.indicators[1:])
    )
    with pytest.raises(InputError) as caught:
        quantities(lower)
    assert len(caught.value.faults) == 3  # lower is better, weighted by another column, and so L2 has none of its own
    unweighted = replace(STANDARD, county_rule=replace(STANDARD.county_rule, weighting="unweighted"))
    with pytest.raises(InputError):
        quantities(unweighted)


def test_a_column_that_two_indicators_share_is_nobodys_own() -> None:
    l1, l2 = STANDARD.indicators[:2]
    both = replace(STANDARD, indicators=(l1, replace(l2, numerator=dict(l1.numerator))))
    assert own_column(l1, both) is None
    with pytest.raises(InputError):
        quantities(both)

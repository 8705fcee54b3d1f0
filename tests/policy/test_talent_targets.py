"""The targets of article 7 are those of the register of articles, dated."""

from datetime import date

import pytest

from junheng.policy.talent_targets import talent_parameters, talent_targets
from junheng.teachers.columns import vocabulary

DAY = date(2025, 9, 1)


def test_the_targets_of_the_article() -> None:
    held = talent_targets(DAY)
    assert {id_: one.amount for id_, one in held.programmes.items()} == {
        "head-studios": 40,
        "teacher-studios": 75,
        "class-teacher-studios": 120,
        "leading-teachers": 220,
        "backbone-teachers": 3000,
    }
    assert (held.training.amount, held.first, held.training.by) == (3000, 2023, date(2025, 12, 31))
    assert held.least == 0
    assert set(vocabulary("programme")) == set(held.programmes)


def test_nothing_is_asked_before_the_article_and_a_county_may_set_its_own() -> None:
    assert talent_targets(date(2023, 1, 1)).training.amount is None
    assert talent_targets(DAY, {"target.rural-training": 4000, "training.least": 50}).least == 50
    assert all(one.cite for one in talent_parameters().values())
    with pytest.raises(LookupError):
        talent_targets(DAY, {"target.none": 1})

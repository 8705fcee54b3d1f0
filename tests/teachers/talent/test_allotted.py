"""Training is shared in proportion, whole, and nobody falls below the least."""

from datetime import date

import pytest

from junheng.policy.talent_targets import talent_targets
from junheng.teachers.talent import allotted
from tests.teachers.tables import table

RURAL = "county_code,rural_teachers\n1,700\n2,290\n3,10\n4,0\n"
DAY = date(2025, 9, 1)


def test_in_proportion_to_rural_teachers() -> None:
    assert allotted(table("rural", RURAL), talent_targets(DAY)) == {"1": 2100, "2": 870, "3": 30, "4": 0}


def test_the_least_of_a_county() -> None:
    shares = allotted(table("rural", RURAL), talent_targets(DAY, {"training.least": 100}))
    assert shares == {"1": 2051, "2": 849, "3": 100, "4": 0}
    with pytest.raises(ValueError, match=r"training\.least.*1001 × 3 > 3000"):
        allotted(table("rural", RURAL), talent_targets(DAY, {"training.least": 1001}))


def test_before_the_article_nothing_is_allotted() -> None:
    assert allotted(table("rural", RURAL), talent_targets(date(2020, 1, 1))) == {}

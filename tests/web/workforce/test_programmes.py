"""How training comes to a county, from the target to whole person-times."""

import pytest

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.workforce.actions.set_question import set_question
from junheng.web.workforce.models import StudyKind
from junheng.web.workforce.programmes import Allotment, allotment, counted
from tests.web.people import COUNTY, OTHER_COUNTY, SCHOOLS
from tests.web.workforce.ground import asked, form


def test_the_arithmetic_of_a_county(officer: Actor) -> None:
    of = asked(officer, StudyKind.TALENT)
    found = counted(of)
    assert not isinstance(found, Text)
    mine, other = (allotment(of, found, code) for code in (COUNTY, OTHER_COUNTY))
    assert mine == Allotment(target=3000, own=100, city=300, least=0, allotted=1000)
    assert other is not None
    assert mine.allotted + other.allotted == mine.target
    assert mine.words.zh.startswith("3,000 × 100 ÷ 300 ＝ 1,000.00，最大余数法取整为 1,000 人次")
    assert allotment(of, found, SCHOOLS[0]) is None


def test_a_floor_is_told_in_the_arithmetic(officer: Actor) -> None:
    of = asked(officer, StudyKind.TALENT)
    of = set_question(officer, of.pk, form({"training.least": "1200"}), revision=of.revision)
    found = counted(of)
    assert not isinstance(found, Text)
    made = allotment(of, found, COUNTY)
    assert made is not None
    assert made.allotted == 1200
    assert made.quota == pytest.approx(1000)
    assert "每区县不少于 1,200" in made.words.zh

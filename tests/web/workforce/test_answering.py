"""The tables of an answer, every one marked where it is made up; a county's own without the others."""

import pytest

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.workforce.answering import names_of, pay_tables, share_tables, sharing_tables, talent_tables
from junheng.web.workforce.models import StudyKind
from junheng.web.workforce.programmes import counted
from tests.web.people import COUNTY, SCHOOLS
from tests.web.workforce.ground import NAMES, answered, asked


@pytest.mark.parametrize(
    ("kind", "made", "ids"),
    [
        (StudyKind.ITINERANT, sharing_tables, ["week", "subjects", "by_hand", "whole", "numbers"]),
        (StudyKind.PAY, pay_tables, ["schools", "rules", "years", "numbers"]),
    ],
)
def test_an_answer_names_its_tables_and_nobody(officer: Actor, kind: StudyKind, made: object, ids: list[str]) -> None:
    of = answered(officer, kind)
    found = made(of, of.result)  # type: ignore[operator]
    assert [one.id for one in found] == ids
    assert all("合成" in one.notes[-1].zh for one in found)
    assert not [one for one in NAMES if one in str(found)]
    assert set(names_of(of)) == set(SCHOOLS)


def test_programmes_of_the_city_and_of_one_county(officer: Actor) -> None:
    of = asked(officer, StudyKind.TALENT)
    found = counted(of)
    assert not isinstance(found, Text)
    assert [one.id for one in talent_tables(of, found)][-1] == "numbers"
    assert [one.id for one in share_tables(of, found, COUNTY)] == ["programmes", "training", "arithmetic"]
    assert [one.id for one in share_tables(of, found, SCHOOLS[0])] == ["programmes", "training"]

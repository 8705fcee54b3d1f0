"""An outlook keeps counts; its files are not kept."""

import json

import pytest

from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.models import RotationRound
from junheng.web.portal.models import Edition
from junheng.web.posts.actions.look_ahead import look_ahead
from junheng.web.posts.models import NumberList
from tests.web.people import COUNTY, People
from tests.web.personnel.conftest import collected, opened_round  # noqa: F401 - fixtures
from tests.web.personnel.ground import IDENTITY, NAMES, TEACHERS


def test_from_a_rotation(officer: Actor, collected: RotationRound) -> None:  # noqa: F811
    made = look_ahead(officer, COUNTY)
    assert (made.year, made.origin) == (2026, collected)
    assert Event.objects.get(verb="posts.outlook").after["rows"] == len(made.result["rows"])


def test_from_a_file_that_is_not_kept(officer: Actor, edition: Edition) -> None:
    made = look_ahead(officer, COUNTY, [("教师表.csv", TEACHERS.encode())])
    assert (made.year, made.origin, made.synthetic) == (edition.year + 1, None, True)
    said = json.dumps(made.result, ensure_ascii=False)
    assert not [one for one in (*NAMES, IDENTITY) if one in said]


def test_without_teachers_there_is_nothing_to_look_at(officer: Actor, edition: Edition) -> None:
    with pytest.raises(Refusal, match="还没有教师"):
        look_ahead(officer, COUNTY)


def test_a_number_that_cannot_be_used_is_named(
    staff: People,
    officer: Actor,
    collected: RotationRound,  # noqa: F811
) -> None:
    given = {"leaving.rate": {"value": 200.0, "source": "x"}}
    NumberList.objects.create(organisation=staff.places[COUNTY], valid_from=collected.day, given=given)
    with pytest.raises(Refusal, match="leaving"):
        look_ahead(officer, COUNTY)

"""An open survey of one county, and codes for any group."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from junheng.policy.survey import load_questionnaire
from junheng.web.survey.actions.answer import answer
from junheng.web.survey.actions.make_codes import make_codes
from junheng.web.survey.actions.open_survey import open_survey
from junheng.web.survey.models import Survey
from tests.web.people import COUNTY, People

YEAR = 2025
ASKED = load_questionnaire()
Codes = Callable[[str, int], list[str]]
Fill = Callable[..., None]


@pytest.fixture(autouse=True)
def _no_guesses() -> None:
    cache.clear()


@pytest.fixture
def survey(staff: People) -> Survey:
    today = timezone.localdate()
    return open_survey(
        staff.actor("inspector"), COUNTY, year=YEAR, opens=today, closes=today + timedelta(days=9), population=100_000
    )


@pytest.fixture
def made(staff: People, survey: Survey) -> Codes:
    """``made("parents", 3)``: codes in clear."""
    return lambda group, size: make_codes(staff.actor("inspector"), survey.pk, group=group, size=size)[1]


def everything(group: str, option: str = "very") -> dict[str, str]:
    """The same answer to every question of a group."""
    return {one.id: option for one in ASKED.asked(group)}


@pytest.fixture
def fill(made: Codes) -> Fill:
    """``fill(parents={"very": 20, "not": 10})``: answer with as many codes."""

    def to(**groups: dict[str, int]) -> None:
        for group, options in groups.items():
            codes = iter(made(group, sum(options.values())))
            for option, number in options.items():
                for _at in range(number):
                    answer(next(codes), everything(group, option))

    return to

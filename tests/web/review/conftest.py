"""A round under way: every unit asked, one more reviewer in the county."""

from pathlib import Path

import pytest
from pytest_django import Settings

from junheng.web.accounts.models import Appointment, User
from junheng.web.reporting.models import Round, Submission
from tests.web.kept import once
from tests.web.people import COUNTY, PASSWORD, People
from tests.web.review.reports import a_round, locked, reports


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


@pytest.fixture
def crew(staff: People) -> People:
    """All roles and a second reviewer of the first county."""
    second = User.objects.create_user("second_reviewer", PASSWORD, name="second")
    Appointment.objects.create(user=second, role="county_reviewer", organisation=staff.places[COUNTY], extent="below")
    return People(staff.places, {**staff.users, "second_reviewer": second})


@pytest.fixture
def held(crew: People) -> Round:
    return a_round()


@pytest.fixture
def mine(crew: People, held: Round) -> dict[str, Submission]:
    return reports(crew, held)


@pytest.fixture
def locked_round(crew: People, held: Round, mine: dict[str, Submission], settings: Settings) -> Round:
    once("locked round", lambda: locked(crew, held, mine).pk, settings.VAR)
    held.refresh_from_db()
    return held

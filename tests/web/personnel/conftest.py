"""A round of the small county: imported, with its wishes, and drafted."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from junheng.web.operations.work import work_on
from junheng.web.personnel.actions.import_tables import import_tables
from junheng.web.personnel.actions.move_round import move_round
from junheng.web.personnel.actions.open_round import open_round
from junheng.web.personnel.actions.solve_draft import run, solve_draft
from junheng.web.personnel.models import RotationDraft, RotationRound, RoundState
from tests.web.people import COUNTY, People
from tests.web.personnel.ground import files


@pytest.fixture
def opened_round(staff: People, settings: Settings, tmp_path: Path) -> RotationRound:
    settings.VAR = tmp_path / "var"
    return open_round(staff.actor("personnel"), COUNTY, 2026, date(2026, 9, 1))


@pytest.fixture
def collected(staff: People, opened_round: RotationRound) -> RotationRound:
    """With its tables."""
    import_tables(staff.actor("personnel"), opened_round.pk, files(), revision=1)
    opened_round.refresh_from_db()
    return opened_round


@pytest.fixture
def wishing(staff: People, collected: RotationRound) -> RotationRound:
    """Wishes are taken for another week."""
    until = timezone.localdate() + timedelta(days=7)
    return move_round(
        staff.actor("personnel"), collected.pk, RoundState.WISHES, revision=collected.revision, until=until
    )


@pytest.fixture
def drafting(staff: People, wishing: RotationRound) -> RotationRound:
    """Past the wishes."""
    return move_round(staff.actor("personnel"), wishing.pk, RoundState.DRAFT, revision=wishing.revision)


@pytest.fixture
def draft(staff: People, drafting: RotationRound) -> RotationDraft:
    """Solved."""
    asked = solve_draft(staff.actor("personnel"), drafting.pk, 1.0)
    assert asked.job is not None
    run(work_on(asked.job))
    asked.refresh_from_db()
    return asked

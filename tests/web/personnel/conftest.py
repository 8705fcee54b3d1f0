"""A round of the small county: imported, with its wishes, and drafted."""

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from junheng.web.accounts.reach import Actor
from junheng.web.personnel.actions.open_round import open_round
from junheng.web.personnel.actions.propose_draft import propose_draft
from junheng.web.personnel.actions.publish_rotation import publish_rotation
from junheng.web.personnel.actions.set_parameters import set_parameters
from junheng.web.personnel.models import Publication, RotationDraft, RotationRound
from tests.web.people import COUNTY, People
from tests.web.personnel import drafting as steps


@pytest.fixture
def officer(staff: People) -> Actor:
    return staff.actor("personnel")


@pytest.fixture
def opened_round(officer: Actor, settings: Settings, tmp_path: Path) -> RotationRound:
    settings.VAR = tmp_path / "var"
    return open_round(officer, COUNTY, 2026, date(2026, 9, 1))


@pytest.fixture
def collected(officer: Actor, opened_round: RotationRound) -> RotationRound:
    return steps.collected(officer, opened_round.pk)


@pytest.fixture
def wishing(officer: Actor, collected: RotationRound) -> RotationRound:
    return steps.wishing(officer, collected)


@pytest.fixture
def drafting(officer: Actor, wishing: RotationRound) -> RotationRound:
    return steps.drafting(officer, wishing)


@pytest.fixture
def draft(officer: Actor, drafting: RotationRound) -> RotationDraft:
    return steps.solved(officer, drafting)


@pytest.fixture
def heads(officer: Actor, drafting: RotationRound) -> RotationDraft:
    """A draft of a round in which heads may move."""
    form = {"principal.years": "5", "principal.years.source": "试算"}
    held = set_parameters(officer, drafting.pk, form, revision=drafting.revision)
    return steps.solved(officer, held)


@pytest.fixture
def publication(staff: People, officer: Actor, draft: RotationDraft) -> Publication:
    propose_draft(officer, draft.pk, revision=1)
    return publish_rotation(staff.actor("publisher"), draft.pk, revision=1)

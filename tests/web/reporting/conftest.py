"""An open round over the small city."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.reporting.actions.confirm import confirm
from junheng.web.reporting.actions.open_round import open_round
from junheng.web.reporting.actions.preview import preview
from junheng.web.reporting.models import Round, Submission, Version
from tests.web.people import SCHOOLS, People
from tests.web.reporting.files import book, uploaded


@dataclass
class City:
    """The people, the round, and short ways to what most tests need."""

    people: People
    round: Round

    def actor(self, role: str = "school_reporter") -> Actor:
        return self.people.actor(role)

    def client(self, role: str = "school_reporter") -> Client:
        return self.people.client(role)

    def submission(self, code: str = SCHOOLS[0]) -> Submission:
        rows = Submission.objects.everything("a test").select_related(
            "organisation__parent__parent", "round", "current"
        )
        return rows.get(round=self.round, organisation__code=code)

    def confirmed(self, content: bytes | None = None, code: str = SCHOOLS[0], role: str = "school_reporter") -> Version:
        """A version the whole way: preview and confirmation."""
        held, actor = self.submission(code), self.actor(role)
        made = preview(actor, held, [uploaded(content or book(code))], revision=held.revision)
        return confirm(actor, made.token, checked=True)


def soon(**delta: float) -> datetime:
    return timezone.now() + timedelta(**delta)


@pytest.fixture(autouse=True)
def _var(settings: LazySettings, tmp_path: Path) -> None:
    settings.VAR = tmp_path / "var"


@pytest.fixture
def city(staff: People) -> City:
    held = open_round(staff.actor("city_statistician"), 2025, soon(days=-1), soon(days=10))
    return City(staff, held)

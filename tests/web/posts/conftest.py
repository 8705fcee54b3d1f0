"""The small county as published, its posts authorised, and a second person to approve."""

from pathlib import Path

import pytest
from pytest_django import Settings

from junheng.web.accounts.reach import Actor
from junheng.web.portal.models import Edition
from junheng.web.posts.actions.decide import approve
from junheng.web.posts.actions.propose import propose
from junheng.web.posts.models import DecisionKind, PostsDecision
from tests.web.matrix.world import publish
from tests.web.people import COUNTY, People
from tests.web.posts.ground import AUTHORISED


@pytest.fixture
def officer(staff: People) -> Actor:
    return staff.actor("personnel")


@pytest.fixture
def second(staff: People) -> Actor:
    return staff.actor("publisher")


@pytest.fixture
def edition(staff: People, tmp_path: Path, settings: Settings) -> Edition:
    settings.VAR = tmp_path / "var"
    return publish(tmp_path)


@pytest.fixture
def authorised(officer: Actor, second: Actor, edition: Edition) -> PostsDecision:
    return approve(second, propose(officer, COUNTY, DecisionKind.AUTHORISED, AUTHORISED, "编办〔2026〕1号").pk)

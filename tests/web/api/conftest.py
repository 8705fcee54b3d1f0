"""The world of the matrix, and tokens of its people."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.cache import cache
from pytest_django import Settings

from junheng.web.api.actions.make_token import make_token
from junheng.web.api.scopes import scopes_of
from tests.web.matrix.kept import the_world
from tests.web.matrix.world import World
from tests.web.people import People

Key = Callable[..., dict[str, str]]


@pytest.fixture(autouse=True)
def _fresh_counts() -> None:
    cache.clear()


@pytest.fixture
def held(staff: People, settings: Settings, tmp_path: Path) -> World:
    return the_world(staff, settings, tmp_path)


@pytest.fixture
def key(staff: People) -> Key:
    """The headers of a token of somebody, with all scopes or those named; made once."""
    made: dict[tuple[str, ...], dict[str, str]] = {}

    def headers(role: str, *scopes: str) -> dict[str, str]:
        actor = staff.actor(role)
        wanted = scopes or tuple(scopes_of(actor))
        if (role, *wanted) not in made:
            _token, said = make_token(actor, name=f"of {role}", scopes=wanted, days=9)
            made[role, *wanted] = {"Authorization": f"Bearer {said}"}
        return made[role, *wanted]

    return headers

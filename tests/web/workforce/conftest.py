"""The officer, and a store of their own."""

from pathlib import Path

import pytest
from pytest_django import Settings

from junheng.web.accounts.reach import Actor
from tests.web.people import People


@pytest.fixture
def officer(staff: People, settings: Settings, tmp_path: Path) -> Actor:
    settings.VAR = tmp_path / "var"
    return staff.actor("personnel")

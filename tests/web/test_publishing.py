"""The door for programs: it prepares the site and hands everything to the action."""

from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from junheng.web.portal.actions import publish_city as action
from junheng.web.portal.models import Edition
from junheng.web.publishing import publish
from tests.web import factories


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were to be prepared; the tests have a database of their own."""
    asked: list[Path] = []
    monkeypatch.setattr("junheng.web.publishing.prepare", asked.append)
    return asked


def test_it_prepares_the_site_and_publishes(db: None, prepared: list[Path], tmp_path: Path) -> None:
    publish(tmp_path, [factories.city()], snapshots={2025: tmp_path}, synthetic=True)
    assert prepared == [tmp_path]
    assert [one.year for one in Edition.objects.all()] == [2025]


def test_every_argument_reaches_the_action(
    prepared: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, Any] = {}
    monkeypatch.setattr(action, "publish_city", lambda verdicts, **more: seen.update(more, verdicts=verdicts))
    given: dict[str, Any] = {
        "snapshots": {2025: "a"},
        "geometry": {"features": []},
        "synthetic": False,
        "standard": "x",
        "beside": ("b",),
        "expected": {},
    }
    publish(tmp_path, ["v"], **given)  # type: ignore[list-item]
    assert seen == {**given, "verdicts": ["v"]}


def test_the_door_and_the_action_take_the_same_arguments() -> None:
    door, inside = signature(publish).parameters, signature(action.publish_city).parameters
    assert list(door)[1:] == list(inside)
    assert [one.default for one in list(door.values())[1:]] == [one.default for one in inside.values()]

"""The world of the matrix, made once in a process and put back for every other test that asks for it."""

from dataclasses import replace
from pathlib import Path

from pytest_django import Settings

from tests.web.kept import once
from tests.web.matrix.world import World, world
from tests.web.people import People


def the_world(staff: People, settings: Settings, folder: Path) -> World:
    """The world of these people, its files below ``folder``; they are as if they had just made it."""
    settings.VAR = folder / "var"
    made = once("world", lambda: world(staff, folder / "snapshots"), settings.VAR)
    staff.places.update(made.staff.places)
    staff.users.update(made.staff.users)
    return replace(made, staff=staff)

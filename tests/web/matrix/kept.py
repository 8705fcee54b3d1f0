"""The world of the matrix, made once in a process and put back for every other test that asks for it."""

import copy
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkdtemp

from django.db import connection
from pytest_django import Settings

from junheng.web.kit.crypto import keyed
from tests.web.matrix.world import World, world
from tests.web.people import People
from tests.web.rows import Rows


@dataclass(frozen=True, slots=True)
class Kept:
    """Rows and files of a world, whose people it is of, and the key that its names are encrypted with."""

    world: World
    rows: Rows
    files: Path
    key: str


_KEPT: list[Kept] = []


def the_world(staff: People, settings: Settings, folder: Path) -> World:
    """The world of these people, its files below ``folder``; they are as if they had just made it."""
    settings.VAR = folder / "var"
    if connection.vendor != "sqlite":
        return world(staff, folder / "snapshots")
    if not _KEPT or not _fits(_KEPT[0], staff):
        _KEPT[:] = [_made(staff, settings, folder.parent)]
    kept = _KEPT[0]
    shutil.copytree(kept.files / "var", settings.VAR, dirs_exist_ok=True)
    kept.rows.put_back()
    mine = copy.deepcopy(kept.world)
    staff.places.update(mine.staff.places)
    staff.users.update(mine.staff.users)
    return replace(mine, staff=staff)


def _made(staff: People, settings: Settings, below: Path) -> Kept:
    """Snapshots are only read, so they stay where they are for the whole run."""
    folder, own = Path(mkdtemp(prefix="world-", dir=below)), settings.VAR
    settings.VAR = folder / "var"
    made = world(staff, folder / "snapshots")
    settings.VAR = own
    return Kept(copy.deepcopy(made), Rows.taken(), folder, keyed("kept", ""))


def _fits(kept: Kept, staff: People) -> bool:
    same = {name: one.pk for name, one in kept.world.staff.users.items()} == {
        name: one.pk for name, one in staff.users.items()
    }
    places = {code: one.pk for code, one in kept.world.staff.places.items()}
    return same and places == {code: one.pk for code, one in staff.places.items()} and kept.key == keyed("kept", "")

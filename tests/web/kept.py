"""What several tests stand on, made once in a process and put back for every other test that asks for it."""

import copy
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from django.db import connection

from junheng.web.kit.crypto import keyed
from tests.web.rows import Rows, standing

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was made on which rows and under which key of names; the rows and files that stood afterwards."""

    before: object
    made: Any
    rows: Rows
    files: TemporaryDirectory[str]


_KEPT: dict[str, _Kept] = {}


def once(name: str, make: Callable[[], T], files: Path | None = None) -> T:
    """What ``make`` gives; where it was made on the same rows before, its rows and the files of a folder are put back.

    Snapshots are only read, so rows go on naming those of the test that made them.
    """
    if connection.vendor != "sqlite":
        return make()
    before, kept = (standing(), keyed("kept", "")), _KEPT.get(name)
    if kept is None or kept.before != before:
        if kept:
            kept.files.cleanup()
        made = make()
        folder = TemporaryDirectory(prefix="kept-")
        if files and files.exists():
            shutil.copytree(files, folder.name, dirs_exist_ok=True)
        _KEPT[name] = _Kept(before, copy.deepcopy(made), Rows.taken(), folder)
        return made
    if files:
        shutil.copytree(kept.files.name, files, dirs_exist_ok=True)
    kept.rows.put_back()
    return copy.deepcopy(kept.made)  # type: ignore[no-any-return]

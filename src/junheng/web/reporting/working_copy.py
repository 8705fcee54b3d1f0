"""A form half filled in: kept on disk for its person until it becomes a preview, is thrown away, or is a month old."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from junheng.web.reporting.form import Name
from junheng.web.reporting.typed import Entry

LASTS = 30 * 86_400
"""Seconds a copy is kept after its last change."""


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """``version`` is the row the copy began from (None: from nothing)."""

    version: int | None
    typed: Mapping[Name, Entry]


def load(submission: int, user: int | None) -> WorkingCopy | None:
    """This person's copy; None when there is none or it cannot be read."""
    try:
        held = json.loads(_path(submission, user).read_text(encoding="utf-8"))
        typed = {(table, part, name): Entry(text, none) for table, part, name, text, none in held["typed"]}
        return WorkingCopy(held["version"], typed)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save(submission: int, user: int | None, copy: WorkingCopy) -> None:
    """Write it whole or not at all."""
    path = _path(submission, user)
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path.parent)
    typed = [[*name, entry.text, entry.none] for name, entry in copy.typed.items()]
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps({"version": copy.version, "typed": typed}, ensure_ascii=False), encoding="utf-8")
    draft.replace(path)


def throw_away(submission: int, user: int | None) -> None:
    _path(submission, user).unlink(missing_ok=True)


def _path(submission: int, user: int | None) -> Path:
    return Path(settings.VAR) / "typing" / f"{int(submission)}-{int(user or 0)}.json"


def _sweep(folder: Path) -> None:
    for path in folder.glob("*.json"):
        if time.time() - path.stat().st_mtime > LASTS:
            path.unlink(missing_ok=True)

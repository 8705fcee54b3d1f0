"""A backup: one zip file with every table as lines of JSON, the files people handed in, the snapshots, and a manifest
with the SHA-256 of each. It is the same whichever database it was made from, and can be restored into either.

Keys are not in it: who has the backup alone reads no personal data. They go into a file of their own, to be kept
elsewhere.
"""

import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from junheng.web.accounts.reach import SYSTEM
from junheng.web.audit.actions.record import record
from junheng.web.audit.chain import head_of_chain
from junheng.web.operations import tables

MANIFEST = "manifest.json"
FORMAT = 1
FOLDERS = ("store", "snapshots")
KEYS = ("keys/data.key", "secret.key")
MARKS = ("demo",)
"""Small files of the site's folder that say what it is."""
LAST = "last-backup.json"
"""Beside the database: when the last backup was made, for the health page."""

Progress = Callable[[int, int], None]


def make_backup(target: Path, *, keys: Path | None = None, progress: Progress = lambda _done, _total: None) -> str:
    """Write the backup, and with ``keys`` the keys into a file of their own; returns the SHA-256 of the manifest.

    The file has its name only when it is whole. FileExistsError when it is there already.
    """
    for one in (target, keys):
        if one and one.exists():
            raise FileExistsError(str(one))
    record(SYSTEM, "backup.make", "site", after={"name": target.name, "keys": bool(keys)})
    draft = target.with_name(f".{target.name}.draft")
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
            manifest = _fill(archive, progress)
            written = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
            archive.writestr(MANIFEST, written)
        _flush(draft)
        if keys:
            _write_keys(keys)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    digest = hashlib.sha256(written.encode()).hexdigest()
    told = {"made": manifest["made"], "name": target.name, "sha256": digest}
    (Path(settings.VAR) / LAST).write_text(json.dumps(told), encoding="utf-8")
    return digest


def migrations() -> list[str]:
    """What the tables are made by."""
    return sorted(".".join(one) for one in MigrationRecorder(connection).applied_migrations())


def site_files() -> Iterator[Path]:
    """Files of the site's folder that belong into a backup, relative to it, without what is only half written."""
    root = Path(settings.VAR)
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts):
                yield path.relative_to(root)
    yield from (Path(one) for one in MARKS if (root / one).is_file())


def _fill(archive: zipfile.ZipFile, progress: Progress) -> dict[str, Any]:
    with tables.one_moment():
        models = tables.tables()
        rows = {}
        for at, model in enumerate(models, 1):
            rows[model._meta.label_lower] = _put_lines(archive, model._meta.label_lower, tables.lines(model))
            progress(at, len(models))
        end = head_of_chain()
        # files are only ever added: whatever a row of this moment names is there now
        files = {path.as_posix(): _put_file(archive, path) for path in site_files()}
        made = timezone.now().isoformat()
        return {
            "format": FORMAT,
            "made": made,
            "tool": version("junheng"),
            "migrations": migrations(),
            "audit": {"end": end.number, "digest": end.digest},
            "tables": rows,
            "files": files,
        }


def _put_lines(archive: zipfile.ZipFile, label: str, lines: Iterable[str]) -> dict[str, Any]:
    count, digest = 0, hashlib.sha256()
    with archive.open(f"tables/{label}.jsonl", "w", force_zip64=True) as file:
        for line in lines:
            content = line.encode()
            count += 1
            digest.update(content)
            file.write(content)
    return {"rows": count, "sha256": digest.hexdigest()}


def _put_file(archive: zipfile.ZipFile, path: Path) -> dict[str, Any]:
    size, digest = 0, hashlib.sha256()
    with (
        (Path(settings.VAR) / path).open("rb") as source,
        archive.open(f"files/{path.as_posix()}", "w", force_zip64=True) as file,
    ):
        while piece := source.read(1 << 20):
            size += len(piece)
            digest.update(piece)
            file.write(piece)
    return {"size": size, "sha256": digest.hexdigest()}


def _write_keys(target: Path) -> None:
    root = Path(settings.VAR)
    held = {name: (root / name).read_text(encoding="ascii") for name in KEYS if (root / name).is_file()}
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        json.dump(held, file)


def _flush(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())

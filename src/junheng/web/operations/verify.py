"""Is everything still as it was put there: files, snapshots, the chain of events, the ties between rows."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, connection

from junheng.facts import open_snapshot
from junheng.facts.snapshot import SnapshotError
from junheng.policy.text import Text
from junheng.web.audit.actions.verify import told
from junheng.web.audit.chain import End, verify_chain
from junheng.web.kit import store

KEPT = (
    ("reporting.Version", "files"),
    ("evidence.Attachment", "sha256"),
    ("verdicts.Attachment", "sha256"),
    ("evidence.Picture", "sha256"),
    ("personnel.RotationRound", "tables"),
    ("personnel.RotationDraft", "inputs"),
    ("workforce.WorkforceStudy", "tables"),
)
"""Columns that name files of the store: a digest, or JSON that holds digests under ``sha256``."""


def verify_site(anchor: End | None = None) -> list[Text]:
    """Everything that is wrong, in words; empty when the site is whole."""
    return [*_files(), *_named_files(), *_snapshots(), *_chain(anchor), *_rows()]


def _files() -> Iterator[Text]:
    for path in sorted(store.root().glob("??/*")):
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != path.name:
                yield Text(f"文件已损坏：{path.name}", f"a kept file is damaged: {path.name}")


def _named_files() -> Iterator[Text]:
    for label, field in KEPT:
        rows = apps.get_model(label)._base_manager.values_list("pk", field)
        for pk, held in rows.iterator(chunk_size=500):
            for digest in _digests(held):
                if not store.path_of(digest).is_file():
                    yield Text(f"{label} {pk} 的文件不在：{digest}", f"the file of {label} {pk} is gone: {digest}")


def _digests(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict):
        if isinstance(held.get("sha256"), str):
            yield held["sha256"]
        for inner in held.values():
            if isinstance(inner, dict | list):
                yield from _digests(inner)
    elif isinstance(held, list):
        for inner in held:
            if isinstance(inner, dict | list):
                yield from _digests(inner)


def _snapshots() -> Iterator[Text]:
    for folder in sorted((Path(settings.VAR) / "snapshots").glob("*/")):
        try:
            open_snapshot(folder)
        except (SnapshotError, OSError) as fault:
            yield Text(f"快照已损坏：{folder.name}（{fault}）", f"a snapshot is damaged: {folder.name} ({fault})")


def _chain(anchor: End | None) -> Iterator[Text]:
    found = verify_chain(anchor=anchor)
    if not found.holds:
        yield told(found)


def _rows() -> Iterator[Text]:
    try:
        connection.check_constraints()
    except IntegrityError as fault:
        yield Text(f"有记录指向不存在的记录：{fault}", f"a row points to one that is not there: {fault}")

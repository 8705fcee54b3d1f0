"""Freeze the tables that plans stand on."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import polars as pl
from django.conf import settings
from django.db import transaction

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.bases import COLUMNS, COSTS
from junheng.web.workbench.models import PlanningBase

SHOWN = 12
"""Digits of the digest in the folder's name."""


def freeze_base(
    actor: Actor,
    tables: Mapping[str, pl.DataFrame],
    *,
    year: int,
    name: str,
    costs: Mapping[str, int] | None = None,
    synthetic: bool = False,
    note: Text | None = None,
) -> PlanningBase:
    """Write the tables below ``VAR/planning`` and enter them; the same tables again are the base that is there.

    Args:
        tables: every table of ``bases.COLUMNS``; other columns are left out.
        year: the school year of the counts that plans begin with.
        costs: unit prices in yuan.

    Raises:
        Refusal: (422) naming every table and column that is missing.
    """
    _complete(tables)
    root = Path(settings.VAR) / "planning"
    root.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=root))
    try:
        digest = _write(draft, tables, costs or {})
        held = PlanningBase.objects.filter(digest=digest).first()
        folder = f"{year}-{digest[:SHOWN]}"
        if not (root / folder).exists():
            draft.replace(root / folder)
        return held or _enter(actor, year=year, name=name, path=folder, digest=digest, synthetic=synthetic, note=note)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _enter(
    actor: Actor, *, year: int, name: str, path: str, digest: str, synthetic: bool, note: Text | None
) -> PlanningBase:
    words = {"zh": note.zh, "en": note.en} if note else {}
    with transaction.atomic():
        base, made = PlanningBase.objects.get_or_create(
            digest=digest, defaults={"year": year, "name": name, "path": path, "synthetic": synthetic, "note": words}
        )
        if made:
            record(actor, "base.freeze", f"base:{base.pk}", after={"year": year, "digest": digest})
    return base


def _complete(tables: Mapping[str, pl.DataFrame]) -> None:
    missing = [
        name if name not in tables else f"{name}.{column}"
        for name, columns in COLUMNS.items()
        for column in (columns if name in tables else ("",))
        if name not in tables or column not in tables[name].columns
    ]
    if missing:
        listed = ", ".join(missing)
        raise Refusal(f"规划底数缺少：{listed}", f"the planning base lacks {listed}", status=422)


def _write(folder: Path, tables: Mapping[str, pl.DataFrame], costs: Mapping[str, int]) -> str:
    """Write all files, flushed to disk; the SHA-256 over their digests in order."""
    for name, columns in COLUMNS.items():
        tables[name].select(columns).write_parquet(folder / f"{name}.parquet")
    (folder / COSTS).write_text(json.dumps(dict(sorted(costs.items()))), encoding="utf-8")
    whole = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        content = path.read_bytes()
        whole.update(f"{path.name} {hashlib.sha256(content).hexdigest()}\n".encode())
        with path.open("rb") as file:
            os.fsync(file.fileno())
    return whole.hexdigest()

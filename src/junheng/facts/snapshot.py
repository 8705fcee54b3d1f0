"""Snapshots: the facts of a school year in a folder that never changes.

``<root>/<year>-<hash>/`` holds a Parquet file per table, the provenance ``cells.parquet``, the receipt of the import
and ``manifest.json``, from which the hash is taken. The folder is written beside and renamed into place, so that it is
there whole or not at all; the same facts, sources and versions give the same bytes and so the same folder.
"""

import errno
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import polars as pl

from junheng.facts.checks.contract_checks import keep
from junheng.facts.contracts import ORDER
from junheng.facts.findings import Finding, Outcome, Place
from junheng.facts.receipt import Receipt
from junheng.facts.tables import Facts, conform

FORMAT = 1
MANIFEST = "manifest.json"
RECEIPT = "receipt.json"
CELLS = "cells.parquet"
EXPECTED = "expected.parquet"
HASH_DIGITS = 12
ROW_GROUP = 1 << 14
"""Rows of a row group: a look-up of one cell reads one group of a file sorted by its key."""
STALE_SECONDS = 86_400
_WRITING = ".writing-"


class SnapshotError(ValueError):
    """A snapshot that is missing, damaged or not one; ``finding`` says so in both languages."""

    def __init__(self, code: str, path: Path, **values: Any) -> None:
        self.finding = Finding(code, Outcome.REJECTED, Place(str(path)), values)
        super().__init__(f"{path}: {self.finding.what('zh')} / {self.finding.what('en')}")


@dataclass(frozen=True)
class Snapshot:
    """A snapshot on disk. Tables are read when they are asked for."""

    path: Path
    manifest: Mapping[str, Any]

    @property
    def hash(self) -> str:
        """The whole hash; the folder's name has its first twelve digits."""
        return str(self.manifest["hash"])

    @property
    def year(self) -> int:
        return int(self.manifest["year"])

    @cached_property
    def facts(self) -> Facts:
        """All tables and the provenance, in memory."""
        tables = {table: pl.read_parquet(self.path / f"{table}.parquet") for table in ORDER}
        return Facts(self.year, tables, pl.read_parquet(self.path / CELLS))

    @cached_property
    def receipt(self) -> Mapping[str, Any]:
        """The receipt of the import, as JSON."""
        held: Mapping[str, Any] = json.loads((self.path / RECEIPT).read_text(encoding="utf-8"))
        return held

    @cached_property
    def expected(self) -> pl.DataFrame | None:
        """The schools that had to report, or None when no list was given."""
        path = self.path / EXPECTED
        return pl.read_parquet(path) if path.is_file() else None

    @property
    def synthetic(self) -> bool:
        """Whether any file said that its data are made up."""
        return bool(self.manifest["synthetic"])

    def lazy(self, table: str) -> pl.LazyFrame:
        """One table, not yet read."""
        return pl.scan_parquet(self.path / f"{table}.parquet")

    def cells(self, table: str, code: str, part: str, field: str) -> list[dict[str, str]]:
        """The cells one fact came from, as in ``CELLS_SCHEMA``: several when it was summed, none when not reported."""
        wanted = {"table": table, "code": code, "part": part, "field": field}
        return pl.scan_parquet(self.path / CELLS).filter(**wanted).collect().to_dicts()


def freeze(
    facts: Facts,
    receipt: Receipt,
    root: Path,
    *,
    policy_version: str = "",
    expected: pl.DataFrame | None = None,
) -> Snapshot:
    """Write the facts, and the list of schools that had to report, into a snapshot: the latest of its year in ``root``.

    Only what keeps the contracts goes in, whether or not the facts were checked before. Freezing the same again gives
    the snapshot that is there. Safe against being killed and against other writers.

    Raises:
        SnapshotError: the same snapshot is there already, but damaged.
        OSError: no space, no permission.
    """
    facts = keep(facts).facts
    root = Path(root)
    root.mkdir(parents=True, exist_ok=True)
    _sweep(root)
    with _beside(root) as folder:
        files = _write_files(folder, facts, receipt, expected)
        manifest = _manifest(facts, receipt, policy_version, files)
        _write(folder / MANIFEST, _json(manifest))
        target = root / f"{facts.year}-{manifest['hash'][:HASH_DIGITS]}"
        _move(folder, target)
    snapshot = open_snapshot(target)
    _point(root, facts.year, target.name)
    return snapshot


def open_snapshot(path: Path, *, verify: bool = True) -> Snapshot:
    """Open a snapshot, and with ``verify`` make sure that no byte of it was changed.

    Raises:
        SnapshotError: no snapshot there, or not as it was written.
    """
    path = Path(path)
    if not (path / MANIFEST).is_file():
        raise SnapshotError("snapshot_missing", path)
    try:
        manifest = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
        snapshot = Snapshot(path, manifest)
        named = path.name == f"{snapshot.year}-{snapshot.hash[:HASH_DIGITS]}"
        files = dict(manifest["files"])
    except (ValueError, KeyError, TypeError) as fault:
        raise SnapshotError("snapshot_damaged", path, file=MANIFEST) from fault
    if not named or manifest["hash"] != _hash(manifest):
        raise SnapshotError("snapshot_damaged", path, file=MANIFEST)
    if manifest["format"] != FORMAT:
        raise SnapshotError("snapshot_other_format", path, format=manifest["format"], current=FORMAT)
    if verify:
        _verify(path, files)
    return snapshot


def latest(root: Path, year: int) -> Snapshot | None:
    """The snapshot of a year that was frozen last, or None when there is none."""
    pointer = _pointer(Path(root), year)
    return open_snapshot(Path(root) / pointer.read_text(encoding="utf-8").strip()) if pointer.is_file() else None


def _write_files(folder: Path, facts: Facts, receipt: Receipt, expected: pl.DataFrame | None) -> dict[str, str]:
    """Write tables, cells and receipt; their SHA-256 by file name."""
    frames = {f"{table}.parquet": conform(table, facts[table]) for table in ORDER}
    frames[CELLS] = facts.cells
    if expected is not None:
        frames[EXPECTED] = expected
    for name, frame in frames.items():
        ordered = frame.sort(frame.columns, maintain_order=True)
        ordered.write_parquet(folder / name, compression="zstd", statistics=True, row_group_size=ROW_GROUP)
        _sync(folder / name)
    _write(folder / RECEIPT, _json(receipt.to_dict()))
    return {name: _sha256(folder / name) for name in sorted([*frames, RECEIPT])}


def _manifest(facts: Facts, receipt: Receipt, policy_version: str, files: Mapping[str, str]) -> dict[str, Any]:
    sources = sorted((one.name, one.sha256, one.size, one.kind) for one in receipt.files)
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "year": facts.year,
        "policy_version": policy_version,
        "tool_version": version("junheng"),
        "synthetic": receipt.synthetic,
        "sources": [dict(zip(("name", "sha256", "size", "kind"), one, strict=True)) for one in sources],
        "rows": {**{table: facts[table].height for table in ORDER}, "cells": facts.cells.height},
        "files": dict(files),
    }
    return {**manifest, "hash": _hash(manifest)}


def _hash(manifest: Mapping[str, Any]) -> str:
    return hashlib.sha256(_json({key: value for key, value in manifest.items() if key != "hash"})).hexdigest()


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True, default=str).encode()


def _verify(path: Path, files: Mapping[str, str]) -> None:
    for name, sha256 in files.items():
        if not (path / name).is_file() or _sha256(path / name) != sha256:
            raise SnapshotError("snapshot_damaged", path, file=name)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    _sync(path)


def _sync(path: Path) -> None:
    """Make the content of a file, or the names in a folder, survive a loss of power."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _beside(root: Path) -> Iterator[Path]:
    """A folder of the same file system that is gone afterwards, unless it was moved away."""
    folder = Path(tempfile.mkdtemp(prefix=_WRITING, dir=root))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _move(folder: Path, target: Path) -> None:
    """Rename into place in one step; if another writer was first, what is there is the same and stays."""
    for one in folder.iterdir():
        one.chmod(0o444)
    folder.chmod(0o755)
    _sync(folder)
    try:
        folder.rename(target)
    except OSError as fault:
        if fault.errno not in {errno.EEXIST, errno.ENOTEMPTY}:
            raise
    _sync(target.parent)


def _pointer(root: Path, year: int) -> Path:
    return root / f"latest-{year}"


def _point(root: Path, year: int, name: str) -> None:
    handle, temporary = tempfile.mkstemp(prefix=_WRITING, dir=root)
    os.close(handle)
    _write(Path(temporary), f"{name}\n".encode())
    Path(temporary).replace(_pointer(root, year))
    _sync(root)


def _sweep(root: Path) -> None:
    """Remove what writers that were killed have left behind a day ago or earlier."""
    for one in root.glob(f"{_WRITING}*"):
        try:
            if time.time() - one.stat().st_mtime > STALE_SECONDS:
                shutil.rmtree(one) if one.is_dir() else one.unlink()
        except FileNotFoundError:
            continue

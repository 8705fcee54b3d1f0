"""Bring a site back from its backup: into an empty folder and an empty database, whole or not at all."""

import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path, PurePosixPath
from typing import Any

from django.db import connection, transaction

from junheng.web.kit.refusal import Refusal
from junheng.web.operations import tables
from junheng.web.operations.backup import FORMAT, KEYS, MANIFEST, migrations

PIECE = 1 << 20


class Unusable(Refusal):
    """The file is no backup, or not as it was written."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"备份不能使用：{zh}", f"The backup cannot be used: {en}", status=422)


def read_manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
    except (KeyError, ValueError, zipfile.BadZipFile) as fault:
        raise Unusable("没有清单", "it has no manifest") from fault
    if manifest.get("format") != FORMAT:
        raise Unusable(f"格式为 {manifest.get('format')}", f"its format is {manifest.get('format')}")
    return manifest


def check_backup(path: Path) -> dict[str, Any]:
    """Read every byte of a backup against its manifest, which is returned.

    Raises:
        Unusable: it names the first part that is missing, changed or too many.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = read_manifest(archive)
            wanted = dict(_parts(manifest))
            extra = set(archive.namelist()) - wanted.keys() - {MANIFEST}
            if extra:
                raise Unusable(f"多出 {min(extra)}", f"{min(extra)} does not belong to it")
            for name, digest in wanted.items():
                if _digest(archive, name) != digest:
                    raise Unusable(f"{name} 已被改动", f"{name} was changed")
    except (OSError, zipfile.BadZipFile, KeyError, EOFError, ValueError) as fault:
        raise Unusable(
            f"文件损坏（{type(fault).__name__}）", f"the file is damaged ({type(fault).__name__})"
        ) from fault
    return manifest


def restore_files(path: Path, manifest: dict[str, Any], into: Path) -> None:
    """Write the files of a checked backup below a folder; a name that leads elsewhere is refused."""
    with zipfile.ZipFile(path) as archive:
        for name in manifest["files"]:
            parts = PurePosixPath(name)
            if parts.is_absolute() or ".." in parts.parts:
                raise Unusable(f"文件名不安全 {name}", f"{name} is no safe name")
            target = into / parts
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(f"files/{name}") as source, target.open("xb") as file:
                shutil.copyfileobj(source, file, PIECE)


def restore_tables(path: Path, manifest: dict[str, Any], home: Path) -> None:
    """Fill the freshly made tables of the database in one transaction and compare them with the backup. ``home`` is
    the folder in which the site will live.

    Raises:
        Unusable: made by other migrations, or what was filled in is not what was backed up.
        Refusal: the database holds data.
    """
    if manifest["migrations"] != migrations():
        tool = manifest["tool"]
        raise Unusable(
            f"表结构不同，请先用 {tool} 版恢复再升级",
            f"its tables are others: restore with version {tool}, then upgrade",
        )
    with zipfile.ZipFile(path) as archive, transaction.atomic():
        for model in tables.tables():
            if model._meta.label_lower not in MADE_BY_MIGRATION and model._base_manager.exists():
                raise Refusal("数据库里已有数据。", "The database holds data.")
        for model in reversed(tables.tables()):
            tables.empty(model)
        for model in tables.tables():
            with archive.open(f"tables/{model._meta.label_lower}.jsonl") as file:
                tables.load(model, TextIOWrapper(file, encoding="utf-8", newline="\n"), home)
        tables.set_numbers_on()
        connection.check_constraints()
        for model in tables.tables():
            held = manifest["tables"][model._meta.label_lower]
            if tables.digest(model, home) != (held["rows"], held["sha256"]):
                raise Unusable(f"恢复的表不同 {model._meta.label}", f"{model._meta.label} came back different")


MADE_BY_MIGRATION = {"contenttypes.contenttype", "auth.permission"}


def restore_keys(keys: Path, into: Path) -> None:
    """Put the keys of a key file into a site's folder, readable by its owner alone."""
    try:
        held = json.loads(keys.read_text(encoding="ascii"))
        given = {name: str(held[name]) for name in KEYS if held.get(name)}
    except (OSError, ValueError, AttributeError) as fault:
        raise Refusal("密钥文件读不了。", "The key file cannot be read.", status=422) from fault
    for name, key in given.items():
        target = into / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch(mode=0o600)
        target.chmod(0o600)
        target.write_text(key, encoding="ascii")


def _parts(manifest: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for label, held in manifest["tables"].items():
        yield f"tables/{label}.jsonl", held["sha256"]
    for name, held in manifest["files"].items():
        yield f"files/{name}", held["sha256"]


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as file:
        digest = hashlib.sha256()
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()

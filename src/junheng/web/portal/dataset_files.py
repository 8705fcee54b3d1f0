"""The files of the data catalogue: made once per edition and program version, kept on disk, named by their SHA-256."""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import polars as pl
from django.conf import settings

from junheng import __version__
from junheng.balance.model import State
from junheng.policy.text import Language, Text
from junheng.publish.csv_files import to_csv
from junheng.publish.fixed_zip import fixed
from junheng.publish.table import Suppressed, Table
from junheng.publish.workbook import to_xlsx
from junheng.web.portal.models import Edition

TYPES: Mapping[str, str] = {
    "zip": "application/zip",
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def kept(edition: Edition, id_: str, suffix: str, tongue: Language, table: Callable[[], Table]) -> bytes:
    """The bytes of one file; the same edition and program give the same bytes, and make them once.

    Kept below ``VAR/cache/data`` by what the edition shows and the program's version; a file that is half written is
    never found.
    """
    folder = Path(settings.VAR) / "cache" / "data" / __version__ / (edition.digest or f"pk-{edition.pk}")
    path = folder / f"{id_}.{tongue}.{suffix}"
    if path.is_file():
        return path.read_bytes()
    content = made(table(), suffix, tongue)
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).replace(path)
    return content


def checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def made(table: Table, suffix: str, tongue: Language) -> bytes:
    """The table in one format. ``zip`` holds the CSV and its meta file."""
    makers: Mapping[str, Callable[[], bytes]] = {
        "zip": lambda: _archive(table),
        "csv": lambda: _csv(table)[0],
        "parquet": lambda: _parquet(table),
        "json": lambda: _json(table),
        "xlsx": lambda: _workbook(table, tongue),
    }
    return makers[suffix]()


def _csv(table: Table) -> tuple[bytes, bytes]:
    with tempfile.TemporaryDirectory(prefix="junheng-") as folder:
        data, meta = to_csv(table, Path(folder) / f"{table.id}.csv")
        return data.read_bytes(), meta.read_bytes()


def _archive(table: Table) -> bytes:
    data, meta = _csv(table)
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        archive.writestr(f"{table.id}.csv", data)
        archive.writestr(f"{table.id}.meta.csv", meta)
    return fixed(held.getvalue())


def _workbook(table: Table, tongue: Language) -> bytes:
    with tempfile.TemporaryDirectory(prefix="junheng-") as folder:
        return to_xlsx([table], Path(folder) / "table.xlsx", tongue).read_bytes()


def _parquet(table: Table) -> bytes:
    """Words in both languages take two columns; what is suppressed is null, as the column ``suppressed`` says."""
    columns: dict[str, Any] = {}
    for at, column in enumerate(table.columns):
        values = [row[at] for row in table.rows]
        if any(isinstance(value, Text) for value in values):
            columns[column.id] = pl.Series([_plain(value, "zh") for value in values], dtype=pl.String)
            columns[f"{column.id}_en"] = pl.Series([_plain(value, "en") for value in values], dtype=pl.String)
        else:
            dtype = pl.Float64 if column.numeric else None
            columns[column.id] = pl.Series([_plain(value, "zh") for value in values], dtype=dtype)
    held = BytesIO()
    pl.DataFrame(columns).write_parquet(held)
    return held.getvalue()


def _json(table: Table) -> bytes:
    rows = [{name: _json_value(value) for name, value in record.items()} for record in table.records()]
    about = {
        "id": table.id,
        "title": _json_value(table.title),
        "source": table.source,
        "notes": [_json_value(one) for one in table.notes],
    }
    return json.dumps({**about, "rows": rows}, ensure_ascii=False, separators=(",", ":")).encode()


def _json_value(value: Any) -> Any:
    if isinstance(value, Text):
        return {"zh": value.zh, "en": value.en}
    return _plain(value, "zh") if not isinstance(value, Suppressed) else value.value


def _plain(value: Any, tongue: Language) -> Any:
    if isinstance(value, Suppressed):
        return None
    if isinstance(value, Text):
        return value.in_(tongue)
    return str(value) if isinstance(value, State) else value

"""Workbooks of schools of the small city, written by the templates and read back by the site."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import polars as pl
from django.core.files.uploadedfile import SimpleUploadedFile

from junheng.facts import Facts, write_template
from tests.web import tiny
from tests.web.people import COUNTY, SCHOOLS

SCHOOL = SCHOOLS[0]


def facts_of(*codes: str, year: int = 2025, **changed: Any) -> Facts:
    """The facts of some schools; ``changed`` replaces values by ``table__field``."""
    whole = tiny.facts(year)
    tables = {
        name: frame.filter(pl.col("school_code").is_in(codes))
        for name, frame in whole.tables.items()
        if "school_code" in frame.columns
    }
    for name, value in changed.items():
        table, _, field = name.partition("__")
        tables[table] = tables[table].with_columns(pl.lit(value).cast(tables[table].schema[field]).alias(field))
    return Facts.of(year, tables)


def book(*codes: str, kind: str = "school", year: int = 2025, **changed: Any) -> bytes:
    """A filled-in template of one or some schools."""
    return written(kind, facts_of(*(codes or (SCHOOL,)), year=year, **changed))


def county_book(code: str = COUNTY, year: int = 2025, **values: Any) -> bytes:
    row: Mapping[str, Any] = {"county_code": code, "county_name": "金水区", **values}
    return written("county", Facts.of(year, {"counties": pl.DataFrame([row])}))


def written(kind: str, facts: Facts) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        write_template(kind, path, year=facts.year, rows=facts)
        return path.read_bytes()


def uploaded(content: bytes | None = None, name: str = "上报.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, book() if content is None else content)


def zipped(files: Mapping[str, bytes]) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()

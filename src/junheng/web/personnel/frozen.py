"""Tables of text in the store, each named by its SHA-256."""

import hashlib
import io
from collections.abc import Mapping

import polars as pl

from junheng.web.kit import store

Named = Mapping[str, Mapping[str, str]]
"""Table -> ``sha256`` of it."""


def keep(frame: pl.DataFrame) -> dict[str, str]:
    """Put a table of text into the store as CSV; the same table is the same file."""
    written = io.BytesIO()
    frame.write_csv(written)
    return {"sha256": store.put([written.getvalue()])[0]}


def held(sha256: str) -> pl.DataFrame:
    """The table with this digest, every cell text.

    Raises:
        FileNotFoundError: it is gone.
    """
    return pl.read_csv(io.BytesIO(store.read(sha256)), infer_schema=False).fill_null("")


def digest_of(tables: Named) -> str:
    """SHA-256 over the digests of several tables, in the order of their names."""
    said = "".join(f"{name} {tables[name]['sha256']}\n" for name in sorted(tables))
    return hashlib.sha256(said.encode()).hexdigest()

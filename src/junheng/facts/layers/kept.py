"""Tables kept on disk under the hash of everything they were made from: the same question is answered once."""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

NOTES = "notes"
"""Key of the notes in the file's metadata."""


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """A table and what is to be said about it, as JSON can hold it."""

    table: pl.DataFrame
    notes: Mapping[str, Any]


def digest(*parts: Any) -> str:
    """SHA-256 of numbers, texts, arrays and tables, in order; kinds, shapes and column names count."""
    hashed = hashlib.sha256()
    for part in parts:
        said = _bytes(part)
        hashed.update(f"{type(part).__name__}:{len(said)}:".encode())
        hashed.update(said)
    return hashed.hexdigest()


def kept(folder: Path, name: str, key: str, make: Callable[[], Kept]) -> tuple[Kept, bool]:
    """What is kept under a key; made and kept when it is not there or cannot be read. Never leaves half a file.

    Returns:
        The table with its notes, and whether it was there.
    """
    path = folder / f"{name}-{key}.parquet"
    try:
        return Kept(pl.read_parquet(path), json.loads(pl.read_parquet_metadata(path)[NOTES])), True
    except (FileNotFoundError, KeyError, ValueError, pl.exceptions.PolarsError):
        made = make()
    folder.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}.part")
    made.table.write_parquet(half, metadata={NOTES: json.dumps(made.notes, ensure_ascii=False)})
    half.replace(path)
    return made, False


def _bytes(part: Any) -> bytes:
    if isinstance(part, pl.DataFrame):
        return repr(part.schema).encode() + b"".join(_bytes(part[name].to_numpy()) for name in part.columns)
    if hasattr(part, "tobytes") and part.dtype != object:
        return f"{part.dtype}{part.shape}".encode() + bytes(part.tobytes())
    return repr(part.tolist() if hasattr(part, "tolist") else part).encode()

"""Names of uploaded files, made harmless: the last part only, no control characters, short enough for any disk."""

import unicodedata
from pathlib import PurePath

LONGEST = 150
"""Bytes of a kept name; systems allow 255."""


def safe_name(name: str) -> str:
    """The name to keep a file under; never empty, never a folder, its ending kept when it has to be cut."""
    last = PurePath(name.replace("\\", "/")).name
    plain = "".join(one for one in last if unicodedata.category(one)[0] != "C").strip()
    path = PurePath(plain if plain.strip(". ") else "upload")
    suffix = path.suffix if len(path.suffix.encode()) <= 10 else ""  # noqa: PLR2004
    stem = path.name.removesuffix(suffix)
    cut = stem.encode()[: LONGEST - len(suffix.encode())].decode(errors="ignore")
    return (cut or "upload") + suffix

"""What a file really is, told from its bytes: its name is only a claim."""

import io
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

import olefile  # type: ignore[import-untyped]

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

MAX_UNPACKED = 400 * 2**20
"""Bytes a workbook may unpack to. A city-wide export of 100 columns x 50,000 schools stays below 300 MB."""
MAX_RATIO = 250
"""Unpacked to packed, above ``FREE_UNPACKED``. Sheets of one repeated number reach about 120."""
FREE_UNPACKED = 16 * 2**20
MAX_ENTRIES = 4096


class Kind(StrEnum):
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    TEXT = "text"
    UNREADABLE = "unreadable"


EXTENSIONS = {
    ".xlsx": Kind.XLSX,
    ".xlsm": Kind.XLSX,
    ".et": Kind.XLS,
    ".xls": Kind.XLS,
    ".ods": Kind.ODS,
    ".csv": Kind.TEXT,
    ".txt": Kind.TEXT,
    ".tsv": Kind.TEXT,
}


@dataclass(frozen=True, slots=True)
class Sniffed:
    """``problem`` is the message code of why the file cannot be read; ``renamed`` says the name claims another kind."""

    kind: Kind
    problem: str | None = None
    renamed: bool = False


def sniff(data: bytes, name: str) -> Sniffed:
    """Kind of a file by content. Looks at directories and headers only; unpacks nothing."""
    kind, problem = _kind(data)
    claimed = EXTENSIONS.get(PurePath(name).suffix.lower())
    return Sniffed(kind, problem, renamed=problem is None and claimed is not None and claimed is not kind)


def _kind(data: bytes) -> tuple[Kind, str | None]:
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return Kind.UNREADABLE, "empty_file"
    if data.startswith(ZIP):
        return _zip(data)
    if data.startswith(OLE):
        return _ole(data)
    return _text(data)


def _zip(data: bytes) -> tuple[Kind, str | None]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
        return Kind.UNREADABLE, "truncated_zip"
    if any(entry.flag_bits & 1 for entry in entries):
        return Kind.UNREADABLE, "password_protected"
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if (
        len(entries) > MAX_ENTRIES
        or unpacked > MAX_UNPACKED
        or (unpacked > FREE_UNPACKED and unpacked > MAX_RATIO * packed)
    ):
        return Kind.UNREADABLE, "zip_bomb"
    names = {entry.filename for entry in entries}
    if "xl/workbook.xml" in names:
        return Kind.XLSX, None
    if "content.xml" in names:
        return Kind.ODS, None
    return Kind.UNREADABLE, "not_a_spreadsheet"


def _ole(data: bytes) -> tuple[Kind, str | None]:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            streams = {"/".join(one).lower() for one in container.listdir()}
    except Exception:  # noqa: BLE001  (olefile raises what the broken bytes make it raise)
        return Kind.UNREADABLE, "truncated_zip"
    if "encryptedpackage" in streams:
        return Kind.UNREADABLE, "password_protected"
    if streams & {"workbook", "book"}:
        return Kind.XLS, None
    return Kind.UNREADABLE, "not_a_spreadsheet"


def _text(data: bytes) -> tuple[Kind, str | None]:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    lowered = head[:512].lower()
    if lowered.startswith((b"<html", b"<!doctype html", b"<table", b"<meta")) or (
        lowered.startswith(b"<?xml") and (b"<html" in head.lower() or b"office:spreadsheet" in head.lower())
    ):
        return Kind.UNREADABLE, "html_saved_as_xls"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Kind.TEXT, None
    if b"\0" in head or _control_share(head) > 0.02:  # noqa: PLR2004
        return Kind.UNREADABLE, "not_a_spreadsheet"
    return Kind.TEXT, None


def _control_share(head: bytes) -> float:
    odd = sum(byte < 32 and byte not in b"\t\r\n" for byte in head)  # noqa: PLR2004
    return odd / max(len(head), 1)

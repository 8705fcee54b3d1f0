"""What the sheet reader does not tell of an .xlsx: error values, formulas never calculated, cells at absurd places."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

Oddities = dict[str, list[tuple[int, int, str]]]
"""Sheet name -> (row, column, text) of cells whose text must be put back; rows and columns count from 1."""

NOT_CALCULATED = "#N/CALC"
MAX_DENSE = 30_000_000
"""Cells of the rectangle from A1 to the last cell that we are ready to hold."""

_LOSSES = (b' t="e"', b"</f></c>", b"</f><v/></c>", b"</f><v></v></c>")
_FAR = re.compile(rb' r="(?:[A-Z]{3}\d|[A-Z]{2}\d{5}|[A-Z]\d{6})')
_CELL = re.compile(rb"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_VALUE = re.compile(rb"<v>([^<]*)</v>")
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class BadPackage(Exception):  # noqa: N818
    """A package that must not be opened; ``code`` names the message."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def inspect(data: bytes) -> Oddities:
    """Read every part once, within its declared size, and pick out what the sheet reader would lose.

    Raises:
        BadPackage: ``damaged_workbook`` when a part does not unpack to what it declares, ``sparse_bomb`` when a few
            cells span a rectangle that would fill the memory.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {
                one.filename: _unpack(data, one)
                for one in archive.infolist()
                if one.filename.endswith((".xml", ".rels"))
            }
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        NotImplementedError,
        OSError,
        ValueError,
        RuntimeError,
    ):
        raise BadPackage("damaged_workbook") from None
    suspects = [name for name, part in parts.items() if name.startswith("xl/worksheets/") and _suspect(part)]
    if not suspects:
        return {}
    names = _sheet_names(parts)
    return {names.get(part, part): list(_odd_cells(parts[part])) for part in suspects}


def _suspect(part: bytes) -> bool:
    return any(loss in part for loss in _LOSSES) or _FAR.search(part) is not None


def _unpack(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """One part, never more than it declares; the standard library's reader costs four times as much per part."""
    names = struct.unpack_from("<HH", data, entry.header_offset + 26)
    start = entry.header_offset + 30 + sum(names)
    packed = memoryview(data)[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        part = bytes(packed)
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        part = zlib.decompressobj(-15).decompress(packed, entry.file_size + 1)
    else:
        raise BadPackage("damaged_workbook")
    if len(part) != entry.file_size:
        raise BadPackage("damaged_workbook")
    return part


def _odd_cells(part: bytes) -> Iterator[tuple[int, int, str]]:
    bottom = right = 1
    for found in _CELL.finditer(part):
        attributes, inner = found.groups()
        reference = _REFERENCE.search(attributes)
        if reference is None or inner is None:
            continue
        row, column = int(reference[2]), column_number(reference[1])
        bottom, right = max(bottom, row), max(right, column)
        if bottom * right > MAX_DENSE:
            raise BadPackage("sparse_bomb")
        value = _VALUE.search(inner)
        if b't="e"' in attributes:
            yield row, column, value[1].decode("ascii", "replace") if value else NOT_CALCULATED
        elif b"</f>" in inner and not (value and value[1]) and b't="str"' not in attributes:
            yield row, column, NOT_CALCULATED


def column_number(letters: bytes) -> int:
    """A -> 1, AA -> 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _sheet_names(parts: dict[str, bytes]) -> dict[str, str]:
    try:
        targets = {
            one.get("Id"): "xl/" + one.get("Target", "").removeprefix("/xl/").removeprefix("/")
            for one in _parse(parts["xl/_rels/workbook.xml.rels"])
        }
        return {
            targets.get(one.get(_RELATIONS), ""): one.get("name", "")
            for one in _parse(parts["xl/workbook.xml"]).iter()
            if one.tag.endswith("}sheet")
        }
    except (KeyError, ElementTree.ParseError):
        raise BadPackage("damaged_workbook") from None


def _parse(part: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise BadPackage("damaged_workbook")
    return ElementTree.fromstring(part)  # noqa: S314

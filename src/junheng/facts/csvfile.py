"""CSV as people save it: UTF-8 with or without BOM, GB18030, UTF-16; comma, tab or semicolon."""

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from junheng.facts.grid import Cell

SEPARATORS = ",\t;，"


def rows(data: bytes) -> tuple[list[list["Cell"]], str | None]:
    """The rows as text, and the name of the encoding if it is not UTF-8. Undecodable bytes become U+FFFD."""
    text, note = decode(data)
    csv.field_size_limit(2**24)
    parsed: list[list[Cell]] = []
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=_separator(text))
    parsed.extend([cell.strip() for cell in row] for row in reader)
    return parsed, note


def decode(data: bytes) -> tuple[str, str | None]:
    """Text of the bytes, and the encoding's name when the user should know of it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace"), "GB18030"


def _separator(text: str) -> str:
    line = text.partition("\n")[0]
    return max(SEPARATORS, key=line.count)

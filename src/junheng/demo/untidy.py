"""Makes a number in a written workbook untidy, as people do: full-width digits, thousands commas, stray spaces.

The XML is changed in place of the one cell, so that the rest of the file keeps its bytes.
"""

import re
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

NUMBER = re.compile(r'<c r="([A-Z]+\d+)"((?: s="\d+")?)><v>(\d{3,})</v></c>')
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
SHEET = re.compile(r'<sheet name="([^"]+)"')


def make_untidy(path: Path, sheet: str, rng: Random) -> str | None:
    """Rewrite one number of at least three digits as untidy text.

    Args:
        path: an .xlsx file whose sheets are stored in order.
        sheet: beginning of the sheet's name.
        rng: picks the cell and the manner.

    Returns:
        The address of the cell, or None when the sheet has no such number.
    """
    with ZipFile(path) as book:
        parts = {info: book.read(info) for info in book.infolist()}
    by_name = {info.filename: info for info in parts}
    names = SHEET.findall(parts[by_name["xl/workbook.xml"]].decode("utf-8"))
    at = next((number for number, name in enumerate(names, 1) if name.startswith(sheet)), None)
    if at is None:
        return None
    part = by_name[f"xl/worksheets/sheet{at}.xml"]
    text = parts[part].decode("utf-8")
    found = list(NUMBER.finditer(text))
    if not found:
        return None
    cell = rng.choice(found)
    parts[part] = (text[: cell.start()] + _untidy(cell, rng) + text[cell.end() :]).encode()
    with ZipFile(path, "w", ZIP_DEFLATED) as book:
        for info, content in parts.items():
            book.writestr(info, content)
    return cell.group(1)


def _untidy(cell: re.Match[str], rng: Random) -> str:
    digits = cell.group(3)
    written = rng.choice((digits.translate(FULL_WIDTH), f"{int(digits):,}", f" {digits} "))
    return f'<c r="{cell.group(1)}"{cell.group(2)} t="inlineStr"><is><t xml:space="preserve">{written}</t></is></c>'

"""A form read back from Excel, Word and PDF with other libraries, as the words of its cells without white space."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell

from tests.publish import pdf

QUOTED = re.compile(r'^\s*"(?P<words>.*)"$')
TAG = re.compile(r"^\s*(?P<tag>H1|P|TR|TH|TD)\b")


@dataclass
class Read:
    title: str
    lines: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def read(path: Path) -> list[Read]:
    """Every sheet with its title, the lines outside its tables, and the cells of its ruled rows."""
    sheets = {".xlsx": _xlsx, ".docx": _docx, ".pdf": _pdf}[path.suffix](path)
    return [Read(one.title, one.lines, [row for row in one.rows if row]) for one in sheets]


def _bare(words: str) -> str:
    return "".join(words.split())


def _xlsx(path: Path) -> Iterator[Read]:
    for sheet in load_workbook(path).worksheets:
        found = Read("")
        for row in sheet.iter_rows():
            cells = [one for one in row if not isinstance(one, MergedCell)]
            found.rows.append([_shown(one) for one in cells if one.border.left.style])
            found.lines += [_shown(one) for one in cells if not one.border.left.style and one.value is not None]
        found.title = found.lines.pop(0)
        yield found


def _shown(cell: Any) -> str:
    """As Excel shows it: a number by its format."""
    if cell.value is None or isinstance(cell.value, str):
        return _bare(cell.value or "")
    _, _, decimals = cell.number_format.partition(".")
    return f"{cell.value:.{len(decimals)}f}"


def _docx(path: Path) -> list[Read]:
    found: list[Read] = []
    document = Document(str(path))
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            found[-1].rows += [_docx_row(row) for row in block.rows]
        elif block.style is not None and block.style.name == "Heading 1":
            found.append(Read(_bare(block.text)))
        elif block.text:
            found[-1].lines.append(_bare(block.text))
    return found


def _docx_row(row: Any) -> list[str]:
    """Its cells but those that lie under a cell of a row above."""
    under = [
        mark is not None and mark.get(qn("w:val")) != "restart"
        for mark in (one.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}") for one in row._tr.tc_lst)
    ]
    texts = ("".join(text.text or "" for text in one.iter(qn("w:t"))) for one in row._tr.tc_lst)
    return [_bare(text) for text, hidden in zip(texts, under, strict=True) if not hidden]


def _pdf(path: Path) -> list[Read]:
    """From the tags a screen reader follows."""
    found: list[Read] = []
    at = ""
    for line in pdf.structured(path).splitlines():
        if tag := TAG.match(line):
            at = tag["tag"]
            _begin(found, at)
        elif words := QUOTED.match(line):
            _add(found[-1], at, _bare(words["words"]))
    return found


def _begin(found: list[Read], tag: str) -> None:
    if tag == "H1":
        found.append(Read(""))
    elif tag == "P":
        found[-1].lines.append("")
    elif tag == "TR":
        found[-1].rows.append([])
    else:
        found[-1].rows[-1].append("")


def _add(sheet: Read, tag: str, words: str) -> None:
    if tag == "H1":
        sheet.title += words
    elif tag == "P":
        sheet.lines[-1] += words
    else:
        sheet.rows[-1][-1] += words

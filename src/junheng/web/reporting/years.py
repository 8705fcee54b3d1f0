"""Which school year a workbook says it is about; told from its texts, without reading its sheets."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from junheng.facts.findings import Finding, Outcome, Place
from junheng.web.reporting.saying import Said

MOST = 8 * 2**20
"""Bytes of a part that are looked through."""
_STRINGS = "xl/sharedStrings.xml"
_SAID = re.compile(r"(?<!\d)(20\d\d)\s*(?:[—–\-~～至/]\s*(?:20)?\d\d)?\s*学年")
_MARK = re.compile(r"<si><t[^>]*>year</t></si><si><t[^>]*>(20\d\d)</t></si>")


def other_years(files: Iterable[tuple[str, Path]], year: int) -> list[Finding]:
    """A finding for each file (name, path) that speaks of school years, but not of this one."""
    found: list[Finding] = []
    for name, path in files:
        said = years_said(path)
        if said and year not in said:
            values = {"said": f"{max(said)}—{max(said) + 1}", "year": year, "next": year + 1}
            found.append(Said("other_year", Outcome.REJECTED, Place(name), values))
    return found


def years_said(path: Path) -> frozenset[int]:
    """The autumns of the school years named in a file; none when it names none or is no .xlsx or text."""
    try:
        texts = list(_texts(path))
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError):
        return frozenset()
    marked = {int(year) for text in texts for year in _MARK.findall(text)}
    return frozenset(marked or {int(year) for text in texts for year in _SAID.findall(text)})


def _texts(path: Path) -> Iterator[str]:
    if not zipfile.is_zipfile(path):
        head = path.read_bytes()[:4096]
        yield head.decode("utf-8", "ignore")
        yield head.decode("gb18030", "ignore")
        return
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        sheets = [name for name in names if name.startswith("xl/worksheets/sheet")]
        for name in [_STRINGS] if _STRINGS in names else sheets:  # texts are kept apart, or inside the sheets
            with archive.open(name) as part:
                yield unescape(part.read(MOST).decode("utf-8", "ignore"))

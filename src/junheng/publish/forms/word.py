"""A filled form as a Word document on A4 pages on their side."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from junheng.publish import word
from junheng.publish.forms.filled import Filled
from junheng.publish.forms.measures import MARGINS, PAGE, TEXT_WIDTH, shares, size
from junheng.publish.forms.paper import Box, Line, Ruled, Sheet, paper
from junheng.publish.forms.workbook import STYLES

TITLE_SIZE, NOTE_SIZE = 16, 9
LINE = 1.25
"""Of the size of the type, so that a form takes as much room whatever font the reader's machine has."""
GAP = 7
"""Points above the words and tables below the first."""


def write_docx(filled: Filled, path: Path) -> Path:
    """Write the form, a sheet to a page or more; the same input gives the same bytes."""
    document = word.new_document("　".join(one for one in (filled.about, filled.notice) if one))
    _on_its_side(document)
    for number, sheet in enumerate(paper(filled)):
        _add(document, sheet, first=not number)
    return word.save(document, path, filled.layout.title.zh, filled.year)


def _on_its_side(document: Any) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    document.styles["Footer"].font.size = Pt(NOTE_SIZE)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Mm(side) for side in PAGE)
    for side, millimetres in MARGINS.items():
        setattr(section, f"{side}_margin", Mm(millimetres))
    section.header_distance = section.footer_distance = Mm(MARGINS["bottom"] // 2)


def _add(document: Any, sheet: Sheet, *, first: bool) -> None:
    """The title begins the page; a table hangs on an empty paragraph, which keeps two tables apart."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.shared import Pt

    title = document.add_heading(sheet.title, 1)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.page_break_before = not first
    title.paragraph_format.line_spacing = Pt(1.5 * TITLE_SIZE)
    for part in sheet.parts:
        if isinstance(part, Line):
            _small(word.add_line(document, part.text, word.TITLE, NOTE_SIZE), 1.5 * NOTE_SIZE)
        else:
            document.paragraphs[-1]._p.addnext(parse_xml(table_xml(part)))
            _small(document.add_paragraph(), GAP)


def _small(paragraph: Any, line: float) -> None:
    from docx.shared import Pt

    paragraph.paragraph_format.line_spacing = Pt(line)


def table_xml(ruled: Ruled) -> str:
    widths = [round(share * TEXT_WIDTH * word.TWIPS_PER_MM) for share in shares(ruled)]
    points = size(ruled)
    rows = (_row(boxes, widths, points, head=at < ruled.heads) for at, boxes in enumerate(ruled.rows))
    return word.ruled_xml(widths, "".join(rows))


def _row(boxes: tuple[Box, ...], widths: list[int], points: float, *, head: bool) -> str:
    cells = "".join(_cell(box, wide, points) for box, wide in zip(boxes, _spans(boxes, widths), strict=True))
    return word.row_xml(cells, head=head)


def _spans(boxes: tuple[Box, ...], widths: list[int]) -> Iterator[int]:
    """The width of each box: that of the columns it lies over."""
    at = 0
    for box in boxes:
        yield sum(widths[at : at + box.columns])
        at += box.columns


def _cell(box: Box, wide: int, points: float) -> str:
    across = f'<w:gridSpan w:val="{box.columns}"/>' if box.columns > 1 else ""
    down = "<w:vMerge/>" if box.covered else '<w:vMerge w:val="restart"/>' if box.rows > 1 else ""
    align, font = STYLES[box.style]["align"], word.HEI if box.style == "head" else word.TITLE
    return word.cell_xml(box.text, wide, align, points, font=font, line=LINE * points, spans=across + down)

"""Tables in Word documents laid out as official papers are (GB/T 9704—2012): A4, margins, fonts, page numbers."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from junheng.policy.text import Language
from junheng.publish.display import CONTROL, footnotes, grid, heading
from junheng.publish.fixed_zip import fixed
from junheng.publish.table import Table
from junheng.publish.widths import shares
from junheng.publish.workbook import fixed_moment, moment

BODY, TITLE, KAI, HEI = "仿宋", "宋体", "楷体", "黑体"
LATIN = "Times New Roman"
MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}
"""Millimetres."""
TEXT_WIDTH = 156
PAGE = (210, 297)
TWIPS_PER_MM = 56.7
BODY_SIZE, TITLE_SIZE, SMALL, SMALLEST = 16, 22, 9, 7.5
LINE = 28
MANY_COLUMNS = 8
ROOM = {False: 98, True: 118}
"""Narrow characters on a line, by whether the type is the smallest."""
CELL_MARGINS = (("top", 20), ("left", 40), ("bottom", 20), ("right", 40))
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def to_docx(tables: Sequence[Table], path: Path, language: Language = "zh", *, notice: str = "") -> Path:
    """Write the tables one after another; the same input gives the same bytes."""
    document = new_document(notice)
    for table in tables:
        add_table(document, table, table.title.in_(language), language)
    return save(document, path, tables[0].title.in_(language), fixed_moment(tables).year)


def new_document(notice: str = "") -> Any:
    """An empty A4 document with page numbers ``— 1 —`` and the notice in the header of every page."""
    import docx
    from docx.shared import Mm, Pt

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in PAGE)
    for name, millimetres in MARGINS.items():
        setattr(section, name, Mm(millimetres))
    normal = document.styles["Normal"]
    set_font(normal, BODY)
    normal.font.size = Pt(BODY_SIZE)
    _mark_chinese(normal)
    normal.paragraph_format.line_spacing = Pt(LINE)
    normal.paragraph_format.space_after = Pt(0)
    for level, font in ((1, HEI), (2, KAI)):
        style = document.styles[f"Heading {level}"]
        set_font(style, font)
        style.font.size = Pt(BODY_SIZE)
        style.font.bold = False
        style.font.color.rgb = docx.shared.RGBColor(0, 0, 0)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    _running_heads(section, notice)
    return document


def set_font(holder: Any, east_asian: str) -> None:
    """Set the Latin font and, where Word looks for Chinese, the East Asian one."""
    from docx.oxml.ns import qn

    holder.font.name = LATIN
    fonts = holder.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), east_asian)


def _mark_chinese(style: Any) -> None:
    """Without a language, punctuation is set as in other countries of East Asia."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    style.element.get_or_add_rPr().append(language)


def add_line(document: Any, text: str, font: str, size: float, *, centred: bool = False) -> Any:
    """A paragraph in one font that stays with the next."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    run = paragraph.add_run(text.translate(CONTROL))
    set_font(run, font)
    run.font.size = Pt(size)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def add_table(document: Any, table: Table, title: str, language: Language = "zh") -> None:
    """A caption, the table with its heading row repeated on every page, and its notes."""
    from docx.oxml import parse_xml
    from docx.shared import Pt

    caption = add_line(document, title, HEI, 12, centred=True)
    caption.paragraph_format.keep_with_next = True
    caption._p.addnext(parse_xml(_table_xml(table, language)))
    for line in footnotes(table, language) or [""]:
        paragraph = add_line(document, line, TITLE, SMALL)
        paragraph.paragraph_format.line_spacing = Pt(12)


def _table_xml(table: Table, language: Language) -> str:
    small = len(table.columns) > MANY_COLUMNS
    size = SMALLEST if small else SMALL
    widths = [round(share * TEXT_WIDTH * TWIPS_PER_MM) for share in shares(table, language, ROOM[small])]
    numeric = [column.numeric for column in table.columns]
    titles = [heading(column, language) for column in table.columns]
    head = _row(titles, widths, [False] * len(widths), size, head=True)
    body = "".join(_row(texts, widths, numeric, size) for texts in grid(table, language))
    return ruled_xml(widths, head + body)


def ruled_xml(widths: list[int], rows: str) -> str:
    """A ruled table of ``rows``, centred on the page; ``widths`` of its columns in twips."""
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in CELL_MARGINS)
    shape = f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
    properties = f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>{shape}</w:tblPr>'
    return f"<w:tbl {NAMESPACE}>{properties}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _row(texts: list[str], widths: list[int], numeric: list[bool], size: float, *, head: bool = False) -> str:
    font = HEI if head else TITLE
    cells = (
        cell_xml(text, wide, "center" if head else "right" if number else "left", size, font=font)
        for text, wide, number in zip(texts, widths, numeric, strict=True)
    )
    return row_xml("".join(cells), head=head)


def row_xml(cells: str, *, head: bool = False) -> str:
    """A row that is not broken over pages; a ``head`` is repeated on each."""
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def cell_xml(
    text: str, wide: int, align: str, size: float, *, font: str, line: float | None = None, spans: str = ""
) -> str:
    """A cell of plain text, ``wide`` twips, its type and lines in points; ``spans`` merges it with others."""
    fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{font}"/>'
    run = f'<w:rPr>{fonts}<w:sz w:val="{round(2 * size)}"/></w:rPr>'
    height = 'w:line="240" w:lineRule="auto"' if line is None else f'w:line="{round(20 * line)}" w:lineRule="exact"'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{spans}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:spacing {height}/><w:jc w:val="{align}"/></w:pPr>'
        f'<w:r>{run}<w:t xml:space="preserve">{escape(text.translate(CONTROL))}</w:t></w:r></w:p></w:tc>'
    )


def _running_heads(section: Any, notice: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.shared import Pt

    head = section.header.paragraphs[0]
    run = head.add_run(notice)
    set_font(run, TITLE)
    run.font.size = Pt(SMALL)
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("— ")
    foot._p.append(parse_xml(f'<w:fldSimple {NAMESPACE} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    foot.add_run(" —")


def save(document: Any, path: Path, title: str, year: int) -> Path:
    """Write the document with fixed properties and dates."""
    held = document.core_properties
    held.title, held.author, held.comments, held.language = title.translate(CONTROL), "", "", "zh-CN"
    held.created = held.modified = moment(year)
    held.revision = 1
    buffer = BytesIO()
    document.save(buffer)
    path.write_bytes(fixed(buffer.getvalue()))
    return path

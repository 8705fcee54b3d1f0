"""A report as a Word document."""

from io import BytesIO
from pathlib import Path
from typing import Any

from junheng.publish import word
from junheng.publish.charts import to_png
from junheng.publish.report.blocks import Block, Bullets, Figure, Heading, Paragraph, Report, TableBlock

CAPTION = 12


def write_docx(report: Report, path: Path) -> Path:
    """Write the report; charts are pictures with their words as alternative text."""
    from docx.shared import Pt

    document = word.new_document(report.notice)
    title = word.add_line(document, report.title, word.TITLE, word.TITLE_SIZE, centred=True)
    title.paragraph_format.line_spacing = Pt(35)
    title.runs[0].bold = True
    word.add_line(document, f"（{report.subtitle}）", word.KAI, word.BODY_SIZE, centred=True)
    for block in report.blocks:
        _add(document, block)
    return word.save(document, path, report.title, report.year)


def _add(document: Any, block: Block) -> None:
    match block:
        case Heading():
            document.add_heading(block.text, block.level)
        case Paragraph():
            _indented(document, block.text)
        case Bullets():
            for number, text in enumerate(block.items, 1):
                _indented(document, f"{number}．{text}")
        case TableBlock():
            word.add_table(document, block.table, f"表{block.number}　{block.table.title.zh}")
        case Figure():
            _picture(document, block)


def _indented(document: Any, text: str) -> None:
    from docx.shared import Pt

    document.add_paragraph(text).paragraph_format.first_line_indent = Pt(2 * word.BODY_SIZE)


def _picture(document: Any, block: Figure) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Mm

    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(BytesIO(to_png(block.chart)), width=Mm(word.TEXT_WIDTH))
    shape._inline.docPr.set("descr", block.chart.alt)
    shape._inline.docPr.set("title", block.chart.title)
    word.add_line(document, caption(block), word.HEI, CAPTION, centred=True)


def caption(block: Figure) -> str:
    return f"图{block.number}　{block.chart.title}"

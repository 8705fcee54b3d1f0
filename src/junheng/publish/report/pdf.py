"""A report as PDF/A-2b."""

from pathlib import Path
from typing import Any

from junheng.publish.charts import to_svg
from junheng.publish.report.blocks import Block, Bullets, Figure, Heading, Paragraph, Report, TableBlock
from junheng.publish.report.word import caption
from junheng.publish.typeset import table_block, typeset


def write_pdf(report: Report, path: Path) -> Path:
    """Write the report; charts are vector pictures with their words as alternative text.

    Raises:
        MissingGlyphError: no font has a glyph for a character of the report.
    """
    figures = {_picture(block): to_svg(block.chart).encode() for block in report.blocks if isinstance(block, Figure)}
    document = {
        "title": report.title,
        "subtitle": f"（{report.subtitle}）",
        "notice": report.notice,
        "cover": True,
        "lang": "zh",
        "blocks": [_block(block) for block in report.blocks],
    }
    return typeset(document, figures, path, report.year)


def _picture(block: Figure) -> str:
    return f"figure-{block.number}.svg"


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": block.text}
        case Paragraph():
            return {"kind": "paragraph", "text": block.text}
        case Bullets():
            return {"kind": "list", "items": [f"{number}．{text}" for number, text in enumerate(block.items, 1)]}
        case TableBlock():
            return {
                "kind": "table",
                "title": f"表{block.number}　{block.table.title.zh}",
                **table_block(block.table, "zh"),
            }
        case Figure():
            return {"kind": "figure", "file": _picture(block), "alt": block.chart.alt, "title": caption(block)}

"""Tables as one page of their own: opens without a network, prints on A4."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from junheng.policy.text import Language, Text
from junheng.publish.html import to_html
from junheng.publish.table import Table

STYLE = """
body { font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 2rem auto;
  max-width: 76rem; padding: 0 1rem; color: #14262b; }
h1 { font-size: 1.5rem; }
table { border-collapse: collapse; margin: 1.5rem 0 2.5rem; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: .5rem; }
th, td { border-bottom: 1px solid #d5dfe1; padding: .3rem .5rem; text-align: left; vertical-align: top; }
thead th { background: #eef4f4; position: sticky; top: 0; }
td.num, th.num { text-align: right; white-space: nowrap; }
tfoot td { color: #51656b; font-size: .87rem; }
@media print { body { margin: 0; max-width: none; font-size: 10px; } thead th { position: static; } }
"""


def to_page(tables: Sequence[Table], title: Text, path: Path, language: Language = "zh") -> Path:
    """Write the tables below a heading as one self-contained HTML file."""
    name = escape(title.in_(language))
    body = "\n".join(to_html(table, language) for table in tables)
    path.write_text(
        f'<!doctype html>\n<html lang="{"zh-CN" if language == "zh" else "en"}">\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{name}</title>'
        f"<style>{STYLE}</style></head>\n<body><main><h1>{name}</h1>\n{body}</main></body>\n</html>\n",
        encoding="utf-8",
    )
    return path

"""A table as an accessible HTML fragment."""

from html import escape

from junheng.policy.text import Language
from junheng.publish.display import footnotes, grid, heading
from junheng.publish.table import Column, Table

NUMERIC = ' class="num"'


def to_html(table: Table, language: Language = "zh") -> str:
    """A ``<table>`` with caption, grouped headings, a row header per row and the notes as footer; all text escaped."""
    body = "\n".join(_row(table.columns, row) for row in grid(table, language))
    return (
        f'<table class="jh-table" id="{escape(table.id)}" lang="{"zh-CN" if language == "zh" else "en"}">\n'
        f"<caption>{escape(table.title.in_(language))}</caption>\n"
        f"<thead>\n{_groups(table.columns, language)}{_headings(table.columns, language)}</thead>\n"
        f"<tbody>\n{body}\n</tbody>\n{_foot(table, language)}</table>\n"
    )


def _row(columns: tuple[Column, ...], texts: list[str]) -> str:
    cells = []
    for at, (column, text) in enumerate(zip(columns, texts, strict=True)):
        tag = 'th scope="row"' if at == 0 else "td"
        kind = NUMERIC if column.numeric else ""
        cells.append(f"<{tag}{kind}>{escape(text)}</{tag[:2]}>")
    return f"<tr>{''.join(cells)}</tr>"


def _headings(columns: tuple[Column, ...], language: Language) -> str:
    cells = "".join(
        f'<th scope="col"{NUMERIC if column.numeric else ""}>{escape(heading(column, language))}</th>'
        for column in columns
    )
    return f"<tr>{cells}</tr>\n"


def _groups(columns: tuple[Column, ...], language: Language) -> str:
    spans = group_spans(columns, language)
    if not any(title for title, _ in spans):
        return ""
    cells = "".join(
        f'<th scope="colgroup" colspan="{span}">{escape(title)}</th>' if title else f'<td colspan="{span}"></td>'
        for title, span in spans
    )
    return f"<tr>{cells}</tr>\n"


def group_spans(columns: tuple[Column, ...], language: Language) -> list[tuple[str, int]]:
    """Neighbouring columns of one group with their number; the title is empty for columns without a group."""
    spans: list[tuple[str, int]] = []
    for column in columns:
        title = column.group.in_(language) if column.group else ""
        if spans and spans[-1][0] == title:
            spans[-1] = (title, spans[-1][1] + 1)
        else:
            spans.append((title, 1))
    return spans


def _foot(table: Table, language: Language) -> str:
    lines = footnotes(table, language)
    if not lines:
        return ""
    words = "<br>".join(escape(line) for line in lines)
    return f'<tfoot><tr><td colspan="{len(table.columns)}">{words}</td></tr></tfoot>\n'

"""Files of tables that say in every format when they are made up; a CSV file has no room but its rows."""

from collections.abc import Iterable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from junheng.policy.text import Text
from junheng.publish.table import Column, Table
from junheng.web.portal.tables import files_response

NOTE = Column("note", Text("说明", "Note"))


def given_out(request: HttpRequest, tables: Iterable[Table], name: str, synthetic: Text | None) -> HttpResponse | None:
    """The file that ``?format=`` asks for, None when the page is wanted; ``synthetic`` is said of what is made up."""
    if synthetic is not None and request.GET.get("format") == "csv":
        tables = [marked(one, synthetic) for one in tables]
    return files_response(request, tables, name)


def marked(table: Table, synthetic: Text) -> Table:
    """The table with a note in every row."""
    return replace(table, columns=(*table.columns, NOTE), rows=tuple((*row, synthetic) for row in table.rows))

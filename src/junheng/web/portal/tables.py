"""A table on a page with its files: Excel, CSV, Word and PDF of exactly what is shown, from one table object.

For every part of the site. In a view::

    if (file := table_response(request, table, "查询结果")) is not None:
        return file
    return render(request, "part/page.html", {"table": offer(request, table)})

and in its template ``{% include "portal/table.html" with offer=table %}`` (``bare=1`` leaves the table itself out and
only shows the links). The links are the page's own address with ``?format=xlsx&table=<id>``, so that filters carry
over. A page with several tables offers each and passes all of them to ``files_response``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString, mark_safe

from junheng.policy.text import Language, Text
from junheng.publish.html import to_html
from junheng.publish.table import Table
from junheng.web.portal.words import language, say

Writer = Callable[[Sequence[Table], Path, Language], object]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file a table is given out as; ``id`` is also the suffix."""

    id: str
    title: Text
    type: str


FORMATS: Mapping[str, Format] = {
    one.id: one
    for one in (
        Format("xlsx", Text("Excel", "Excel"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        Format("csv", Text("CSV", "CSV"), "text/csv; charset=utf-8"),
        Format("docx", Text("Word", "Word"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        Format("pdf", Text("PDF", "PDF"), "application/pdf"),
    )
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A table as a page shows it: its HTML and, per format, the address of the file."""

    table: Table
    html: SafeString
    links: tuple[tuple[Format, str], ...]


def offer(request: HttpRequest, table: Table) -> Offer:
    """The table ready for ``portal/table.html``."""
    html = mark_safe(to_html(table, language()))  # noqa: S308 - to_html escapes every text
    return Offer(table, html, _links(request, table))


def links(request: HttpRequest, table: Table) -> Offer:
    """Only the addresses of the files, for a page that shows the numbers in its own way."""
    return Offer(table, SafeString(""), _links(request, table))


def _links(request: HttpRequest, table: Table) -> tuple[tuple[Format, str], ...]:
    return tuple((one, link(request, table.id, one.id)) for one in FORMATS.values())


def link(request: HttpRequest, table: str, format_: str) -> str:
    """The page's own address, asking for a file instead; the question of the page carries over."""
    query = request.GET.copy()
    query["format"], query["table"] = format_, table
    return f"?{query.urlencode()}"


def table_response(request: HttpRequest, table: Table, name: str) -> HttpResponse | None:
    """The file that ``?format=`` asks for, named ``name``; None when the page itself is wanted.

    Raises Http404 for a format that is not offered.
    """
    return files_response(request, [table], name)


def files_response(request: HttpRequest, tables: Iterable[Table], name: str) -> HttpResponse | None:
    """The same for a page of several tables: ``?table=`` names one, the first when it is left out."""
    wanted = request.GET.get("format")
    if not wanted:
        return None
    held = {one.id: one for one in tables}
    found = held.get(request.GET.get("table") or next(iter(held), ""))
    if wanted not in FORMATS or found is None:
        raise Http404
    return file_response(found, FORMATS[wanted], f"{name} {say(found.title)}" if len(held) > 1 else name)


def file_response(table: Table, format_: Format, name: str) -> HttpResponse:
    """The table as one file to save."""
    answer = HttpResponse(content(table, format_.id, language()), content_type=format_.type)
    answer["Content-Disposition"] = content_disposition_header(True, f"{name}.{format_.id}") or "attachment"
    return answer


def content(table: Table, format_: str, tongue: Language) -> bytes:
    """The bytes of a table in one format; the same table gives the same bytes."""
    with TemporaryDirectory(prefix="junheng-") as folder:
        path = Path(folder) / f"{table.id}.{format_}"
        _writer(format_)([table], path, tongue)
        return path.read_bytes()


def _writer(format_: str) -> Writer:
    from junheng.publish import to_csv, to_docx, to_pdf, to_xlsx

    def csv(tables: Sequence[Table], path: Path, _language: Language) -> object:
        return to_csv(tables[0], path)

    writers: Mapping[str, Writer] = {"xlsx": to_xlsx, "csv": csv, "docx": to_docx, "pdf": to_pdf}
    return writers[format_]

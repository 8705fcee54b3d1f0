"""A table as a file to download: the numbers of the page, in Excel, CSV or PDF."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from junheng.policy.text import Language, Text
from junheng.publish import Table, to_csv, to_pdf, to_xlsx
from junheng.publish.display import grid, heading


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file; ``suffix`` ends its address."""

    suffix: str
    title: Text
    type: str


KINDS = (
    Kind("xlsx", Text("Excel", "Excel"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    Kind("csv", Text("CSV（全精度）", "CSV (full precision)"), "text/csv; charset=utf-8"),
    Kind("meta.csv", Text("CSV 说明", "CSV meta file"), "text/csv; charset=utf-8"),
    Kind("pdf", Text("PDF", "PDF"), "application/pdf"),
)


def given(table: Table, what: str, name: str, language: Language) -> HttpResponse:
    """The answer to a download; 404 when there is no such file."""
    kind = next((one for one in KINDS if f"{table.id}.{one.suffix}" == what), None)
    if kind is None:
        raise Http404
    answer = HttpResponse(content(table, kind, language), content_type=kind.type)
    answer["Content-Disposition"] = content_disposition_header(True, f"{name}.{kind.suffix}") or "attachment"
    return answer


def content(table: Table, kind: Kind, language: Language) -> bytes:
    with TemporaryDirectory(prefix="junheng-") as folder:
        path = Path(folder) / f"{table.id}.{kind.suffix.removeprefix('meta.')}"
        if kind.suffix == "xlsx":
            return to_xlsx([table], path, language).read_bytes()
        if kind.suffix == "pdf":
            return to_pdf([table], path, language).read_bytes()
        data, meta = to_csv(table, path)
        return (meta if kind.suffix == "meta.csv" else data).read_bytes()


def offered(table: Table) -> list[tuple[str, Text]]:
    """File names and words of what a table can be had as."""
    return [(f"{table.id}.{one.suffix}", one.title) for one in KINDS]


def page_of(table: Table, language: Language) -> tuple[list[str], list[list[str]]]:
    """Headings and cells as the page shows them."""
    return [heading(column, language) for column in table.columns], grid(table, language)

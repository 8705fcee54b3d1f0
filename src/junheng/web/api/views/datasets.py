"""The data sets of an edition with columns, files and checksums; what changed from version to version."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Schema

from junheng.web.api.language import asked_in
from junheng.web.api.paging import Page, Window, page
from junheng.web.api.shapes import EditionHead, SlugPath, Words, edition_head, which, words
from junheng.web.api.tables import ColumnShape, column
from junheng.web.api.views.editions import EditionRow
from junheng.web.api.views.editions import shape as edition_row
from junheng.web.portal import queries
from junheng.web.portal.dataset_files import TYPES, checksum, kept
from junheng.web.portal.datasets import DATASETS, Dataset
from junheng.web.portal.law import standard_of
from junheng.web.portal.models import Edition
from junheng.web.portal.views.data import licence

router = Router(tags=["data"])


class DataFile(Schema):
    """One file: where it is, its type, size in bytes, SHA-256."""

    format: str
    href: str
    type: str
    size: int
    sha256: str


class DatasetRow(Schema):
    """One table; ``row`` is what a row stands for."""

    id: str
    title: Words
    row: Words
    rows: int
    columns: list[ColumnShape]
    files: list[DataFile]


class Datasets(EditionHead):
    """All tables of an edition and the licence they are under (empty while the city has set none)."""

    licence: str
    datasets: list[DatasetRow]


@router.get("/editions/{slug}/datasets", response=Datasets, summary="数据集 / data sets")
def list_datasets(request: HttpRequest, slug: SlugPath) -> Any:
    """列、行数、各格式文件与校验值 / columns, rows, the files of every format and their checksums."""
    edition = queries.edition_of(queries.editions(), which(slug))
    pairs = queries.pairs(edition)
    return {
        **edition_head(edition),
        "licence": licence(),
        "datasets": [_described(request, one, edition, pairs) for one in DATASETS],
    }


@router.get("/datasets/changes", response=Page[EditionRow], summary="数据更改 / what changed")
def list_changes(request: HttpRequest, window: Query[Window]) -> Any:
    """全部版次及其更改说明，新的在前 / all versions with their change logs, newest first."""
    return page(request, window, queries.versions(), edition_row)


def _described(request: HttpRequest, one: Dataset, edition: Edition, pairs: Any) -> dict[str, Any]:
    table = one.make(edition, standard_of(edition.standard), pairs)
    files = {name: kept(edition, one.id, name, asked_in(request), lambda: table) for name in TYPES}
    return {
        "id": one.id,
        "title": words(one.title),
        "row": words(one.note),
        "rows": len(table.rows),
        "columns": [column(held) for held in table.columns],
        "files": [
            {
                "format": name,
                "href": reverse("data-file", args=[edition.permanent, one.id, name]),
                "type": TYPES[name],
                "size": len(content),
                "sha256": checksum(content),
            }
            for name, content in files.items()
        ],
    }

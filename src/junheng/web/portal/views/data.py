"""The data catalogue: every table of every edition with its formats, columns, checksum, licence and history."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.utils.http import content_disposition_header, http_date
from django.views.decorators.http import require_safe

from junheng.publish.table import Table
from junheng.web.accounts.access import public
from junheng.web.portal import queries
from junheng.web.portal.dataset_files import TYPES, checksum, kept
from junheng.web.portal.datasets import DATASETS, Dataset, Pairs
from junheng.web.portal.delivery import dated
from junheng.web.portal.law import standard_of
from junheng.web.portal.models import Edition
from junheng.web.portal.slugs import Which
from junheng.web.portal.words import language


@public
@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """One query: all versions."""
    versions = queries.versions()
    context = {
        "versions": versions,
        "editions": _current(versions),
        "datasets": DATASETS,
        "formats": tuple(TYPES),
        "licence": licence(),
    }
    return dated(render(request, "portal/data.html", context), versions)


@public
@require_safe
def data_changes(request: HttpRequest) -> HttpResponse:
    """One query: all versions with what changed in each."""
    versions = queries.versions()
    return dated(
        render(request, "portal/data_changes.html", {"versions": versions, "editions": _current(versions)}), versions
    )


@public
@require_safe
def data_edition(request: HttpRequest, which: Which) -> HttpResponse:
    """The tables of one edition: columns, rows, checksums of every file."""
    published = queries.editions()
    edition = queries.edition_of(published, which)
    pairs = queries.pairs(edition)
    standard = standard_of(edition.standard)
    rows = [_described(one, one.make(edition, standard, pairs), edition) for one in DATASETS]
    context = {"editions": published, "edition": edition, "rows": rows, "licence": licence(), "standard": standard}
    return dated(render(request, "portal/data_edition.html", context), published)


@public
@require_safe
def data_file(request: HttpRequest, which: Which, table: str, suffix: str) -> HttpResponse:
    """One file, with its checksum as ETag; asked again, it is only confirmed."""
    found = next((one for one in DATASETS if one.id == table), None)
    if found is None or suffix not in TYPES:
        raise Http404
    edition = queries.edition_of(queries.editions(), which)
    content = kept(edition, table, suffix, language(), lambda: _table(found, edition))
    tag = f'"{checksum(content)}"'
    if request.headers.get("If-None-Match") == tag:
        answer: HttpResponse = HttpResponseNotModified()
    else:
        answer = HttpResponse(content, content_type=TYPES[suffix])
        name = f"junheng-{edition.permanent}-{table}.{suffix}"
        answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    answer["ETag"] = tag
    answer["Last-Modified"] = http_date(edition.published_at.timestamp())
    answer["Cache-Control"] = "public, no-cache"
    return answer


def _current(versions: list[Edition]) -> list[Edition]:
    return [one for one in versions if one.current]


def licence() -> str:
    """The licence the city has set for its data; empty while it has not."""
    return str(settings.JUNHENG_DATA_LICENCE)


def _table(dataset: Dataset, edition: Edition, pairs: Pairs | None = None) -> Table:
    held = queries.pairs(edition) if pairs is None else pairs
    return dataset.make(edition, standard_of(edition.standard), held)


def _described(dataset: Dataset, table: Table, edition: Edition) -> dict[str, Any]:
    files = [(suffix, kept(edition, dataset.id, suffix, language(), lambda: table)) for suffix in TYPES]
    return {
        "dataset": dataset,
        "table": table,
        "files": [{"suffix": suffix, "size": len(content), "sha256": checksum(content)} for suffix, content in files],
    }

# ruff: noqa: ARG001 - ninja gives every operation its request by that name
"""Editions: every published school year, its versions, what changed."""

from collections import Counter
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from junheng.web.api.paging import Page, Window, page
from junheng.web.api.shapes import EditionHead, SlugPath, Words, edition_head, which
from junheng.web.portal import queries
from junheng.web.portal.models import Edition

router = Router(tags=["editions"])


class EditionRow(EditionHead):
    """One version of a school year; ``changes`` says what is new against the version before."""

    published_at: datetime
    disclosure: bool
    changes: list[Words]


class Counts(Schema):
    """Counties by how they stand."""

    met: int
    not_met: int
    not_judged: int


class EditionFull(EditionRow):
    """A version with its counties counted and all versions of its year."""

    counties: Counts
    versions: list[EditionRow]


@router.get("", response=Page[EditionRow], summary="已发布的学年 / published school years")
def list_editions(request: HttpRequest, window: Query[Window]) -> Any:
    """现行版，新的在前 / the current versions, newest first."""
    return page(request, window, queries.editions(), shape)


@router.get("/{slug}", response=EditionFull, summary="一个学年的一版 / one version of a school year")
def get_edition(request: HttpRequest, slug: SlugPath) -> Any:
    """含各版本与更改说明 / with all its versions and their change logs."""
    edition = queries.edition_of(queries.editions(), which(slug))
    found = Counter(one.state for one in queries.counties(edition))
    return {
        **shape(edition),
        "counties": {state: found[state] for state in Counts.model_fields},
        "versions": [shape(one) for one in queries.versions() if one.year == edition.year],
    }


def shape(edition: Edition) -> dict[str, Any]:
    return {
        **edition_head(edition),
        "published_at": edition.published_at,
        "disclosure": edition.disclosure,
        "changes": edition.changes,
    }

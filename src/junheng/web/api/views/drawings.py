# ruff: noqa: ARG001 - ninja gives every operation its request by that name
"""Drawings of schools to visit: what was committed to, what came out, and all that is needed to replay it."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from junheng.web.api.paging import Page, Window, page
from junheng.web.api.shapes import IdPath
from junheng.web.evidence.queries import draws

router = Router(tags=["evidence"])


class Drawing(Schema):
    """``list`` is what is hashed; seed, schools and visitors are null until the seed is revealed."""

    id: int
    year: int
    title: str
    list: dict[str, Any]
    list_hash: str
    public_source: str
    commitment: str
    committed_at: str | None
    seed: str | None = None
    public: str | None = None
    revealed_at: str | None = None
    schools: Sequence[str] | None = None
    visitors: dict[str, Any] | None = None


@router.get("/drawings", response=Page[Drawing], summary="双随机抽取 / drawings")
def list_drawings(request: HttpRequest, window: Query[Window]) -> Any:
    """已承诺的，新的在前 / those committed to, newest first."""
    return page(request, window, draws.published(), draws.exported)


@router.get("/drawings/{drawing_id}", response=Drawing, summary="一次抽取 / one drawing")
def get_drawing(request: HttpRequest, drawing_id: IdPath) -> Any:
    """可据此重放 / enough to replay it."""
    return draws.exported(draws.published_draw(drawing_id))

"""Lists in pages: ``limit`` and ``offset`` in, the total and the addresses of the neighbours out."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest, QueryDict
from ninja import Field, Schema

Row = TypeVar("Row")
Held = TypeVar("Held", bound=Model)

LARGEST = 200
FARTHEST = 1_000_000


class Window(Schema):
    """Which part of a list is wanted."""

    limit: Annotated[int, Field(ge=1, le=LARGEST, description="每页条数 / rows of a page")] = 50
    offset: Annotated[int, Field(ge=0, le=FARTHEST, description="跳过条数 / rows to skip")] = 0


class Page(Schema, Generic[Row]):
    """A part of a list; ``next`` and ``previous`` are addresses, null at the ends."""

    total: int
    limit: int
    offset: int
    next: str | None
    previous: str | None
    items: list[Row]


def page(
    request: HttpRequest, window: Window, rows: "QuerySet[Held] | Sequence[Any]", shape: Callable[[Any], Any]
) -> dict[str, Any]:
    """One page of a query or a sequence, each row shaped; a query is counted and cut in the database."""
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    after, before = window.offset + window.limit, window.offset - window.limit
    return {
        "total": total,
        "limit": window.limit,
        "offset": window.offset,
        "next": _address(request, window, after) if after < total else None,
        "previous": _address(request, window, max(before, 0)) if window.offset else None,
        "items": [shape(one) for one in rows[window.offset : after]],
    }


def _address(request: HttpRequest, window: Window, offset: int) -> str:
    asked: QueryDict = request.GET.copy()
    asked["limit"], asked["offset"] = str(window.limit), str(offset)
    return f"{request.path}?{asked.urlencode()}"

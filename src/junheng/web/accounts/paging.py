"""Long lists in pages."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

SIZE = 50


def page_of(request: HttpRequest, rows: "QuerySet[Any]", size: int = SIZE) -> "Page[Any]":
    """The page of the rows the address asks for (``?page=``); the nearest when there is no such page.

    ``accounts/pages.html`` shows the way to the others and keeps what else the address says in ``page.others``.
    """
    page = Paginator(rows, size).get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    page.others = kept.urlencode()  # type: ignore[attr-defined]
    return page

"""Long lists page by page."""

from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)
SIZE = 50


def page_of(rows: "QuerySet[Row]", number: Any) -> "Page[Row]":
    """The page with a number; anything that is none is the first, beyond the end the last."""
    return Paginator(rows, SIZE).get_page(number)

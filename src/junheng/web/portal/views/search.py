"""Search: schools, counties, indicators and articles by name, pinyin, initials or code."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from junheng.policy.text import Text
from junheng.publish.table import Column, Table
from junheng.web.accounts.access import public
from junheng.web.portal import queries
from junheng.web.portal.delivery import dated
from junheng.web.portal.law import DEFAULT, standard_of
from junheng.web.portal.search import Hit, asked, hits
from junheng.web.portal.tables import offer, table_response

SHOWN = 30
"""Hits on a page."""


@public
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Three queries: the years, the counties, the schools; one without a question."""
    published = queries.editions()
    question = asked(request.GET.get("q", ""))
    found: list[Hit] = []
    if question:
        newest = published[0] if published else None
        counties = queries.counties(newest) if newest else []
        law = standard_of(newest.standard if newest else DEFAULT)
        found = hits(question, queries.search_schools(question), counties, newest, law)
    table = _table(found, question)
    if (file := table_response(request, table, f"{_('搜索')} {question}")) is not None:
        return file
    page = Paginator(found, SHOWN).get_page(request.GET.get("page"))
    context = {"editions": published, "question": question, "page": page, "offer": offer(request, table)}
    return dated(render(request, "portal/search.html", context), published)


def _table(found: list[Hit], question: str) -> Table:
    columns = (
        Column("kind", Text("类别", "Kind")),
        Column("title", Text("名称", "Name")),
        Column("note", Text("代码", "Code")),
    )
    rows = tuple((one.kind, one.title, one.note) for one in found)
    return Table("search", Text(f"搜索：{question}", f"Search: {question}"), columns, rows)

"""The articles of the two policy documents: what each commits to and what this software does about it."""

from collections import Counter

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from junheng.policy.articles import articles as all_articles
from junheng.web.accounts.access import public
from junheng.web.portal import queries
from junheng.web.portal.delivery import dated
from junheng.web.portal.frame import desk_links
from junheng.web.portal.law import DEFAULT, standard_of


@public
@require_safe
def articles(request: HttpRequest) -> HttpResponse:
    rows = all_articles()
    documents = {one.document.id: one.document for one in rows}
    return render(
        request,
        "portal/articles.html",
        {
            "counts": Counter(one.status for one in rows),
            "documents": [
                {"document": document, "articles": [one for one in rows if one.document.id == id_]}
                for id_, document in documents.items()
            ],
        },
    )


@public
@require_safe
def article(request: HttpRequest, id_: str) -> HttpResponse:
    rows = all_articles()
    at = next((at for at, one in enumerate(rows) if one.id == id_), None)
    if at is None:
        raise Http404
    published = queries.editions()
    standard = standard_of(published[0].standard if published else DEFAULT)
    titles = {one.id: one.title for one in standard.indicators} | {one.id: one.title for one in standard.items}
    one = rows[at]
    return dated(
        render(
            request,
            "portal/article.html",
            {
                "editions": published,
                "article": one,
                "desk": desk_links(one.id),
                "related": [(name, titles[name]) for name in one.related if name in titles],
                "before": rows[at - 1] if at else None,
                "after": rows[at + 1] if at + 1 < len(rows) else None,
            },
        ),
        published,
    )

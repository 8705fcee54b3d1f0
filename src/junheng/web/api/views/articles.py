# ruff: noqa: ARG001 - ninja gives every operation its request by that name
"""Articles: the sentences of the two policy documents, what they commit to, what the software does about each."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from junheng.policy import Article, articles
from junheng.web.api.shapes import NamePath, Words, words

router = Router(tags=["articles"])


class DocumentRow(Schema):
    id: str
    number: str
    title: Words
    issued: date | None
    since: date | None


class CommitmentRow(Schema):
    """One promise; ``amount`` is null where the document gives no number."""

    id: str
    title: Words
    relation: str
    amount: float | None
    unit: str
    by: date | None
    yearly: bool
    scope: Words


class ArticleRow(Schema):
    """``status`` is the software's own state, not the city's."""

    id: str
    document: DocumentRow
    title: Words
    status: str
    today: Words | None
    planned: Words | None
    related: list[str]
    commitments: list[CommitmentRow]


@router.get("", response=list[ArticleRow], summary="政策条文 / the articles")
def list_articles(request: HttpRequest) -> Any:
    """两个文件的全部条文 / all of both documents."""
    return [_article(one) for one in articles()]


@router.get("/{article}", response=ArticleRow, summary="一条 / one article")
def get_article(request: HttpRequest, article: NamePath) -> Any:
    """条文的承诺与实现状态 / its commitments and how far the software is."""
    found = next((one for one in articles() if one.id == article), None)
    if found is None:
        raise Http404
    return _article(found)


def _article(one: Article) -> dict[str, Any]:
    document = one.document
    return {
        "id": one.id,
        "document": {
            **{name: getattr(document, name) for name in ("id", "number", "issued", "since")},
            "title": words(document.title),
        },
        "title": words(one.title),
        "status": one.status,
        "today": words(one.today) if one.today else None,
        "planned": words(one.planned) if one.planned else None,
        "related": list(one.related),
        "commitments": [
            {
                **{name: getattr(held, name) for name in ("id", "relation", "unit", "by", "yearly")},
                "title": words(held.title),
                "amount": None if held.amount is None else float(held.amount),
                "scope": words(held.scope),
            }
            for held in one.commitments
        ],
    }

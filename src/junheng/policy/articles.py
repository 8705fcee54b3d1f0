"""The two documents of the city as rows: every article, what it commits to, and what the software does about it.

``status`` is the software's own state, not the city's: *planned* (nothing yet), *partial* (``today`` says what works,
``planned`` what does not) or *complete* (then the row names its tests).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast, get_args

from junheng.policy.errors import PolicyError
from junheng.policy.node import Node
from junheng.policy.own_yaml import read_yaml
from junheng.policy.text import Text

Status = Literal["planned", "partial", "complete"]
Relation = Literal["exactly", "at_least", "more_than", "about", "rises", "never_falls", "falls", "in_step", "deliver"]


@dataclass(frozen=True, slots=True)
class Document:
    """A policy document; ``since`` is the day it came into force, None when not known."""

    id: str
    number: str
    title: Text
    issued: date | None
    since: date | None


@dataclass(frozen=True, slots=True)
class Commitment:
    """One promise of an article. ``amount`` is None where the document gives no number.

    ``relation`` says how the amount is meant (``deliver``: a thing is to exist); ``by`` is the last day of the year or
    the day named; ``yearly`` promises hold every year; ``scope`` says where.
    """

    id: str
    title: Text
    relation: Relation
    amount: Decimal | None
    unit: str
    by: date | None
    yearly: bool
    scope: Text


@dataclass(frozen=True, slots=True)
class Article:
    """One article (``art-01`` to ``art-23``) or one sentence on the housing fund (``fund-01`` on).

    ``related`` names indicators and items of the standard in force that measure something of the article.
    """

    id: str
    document: Document
    title: Text
    status: Status
    today: Text | None
    planned: Text | None
    related: tuple[str, ...]
    commitments: tuple[Commitment, ...]
    code: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def page(self) -> str:
        """The page of the documentation that tells about the article."""
        return f"docs/articles/{self.id}.md"


def read_articles(document: Any, name: str) -> tuple[Article, ...]:
    """Articles from a parsed YAML document, in its order.

    Raises:
        PolicyError: with every fault of the document.
    """
    root = Node(document, name)
    documents = {id_: _document(id_, node) for id_, node in root.get("documents").entries()}
    scopes = {id_: node.text() for id_, node in root.get("scopes").entries()}
    rows = tuple(_article(node, documents, scopes) for node in root.get("articles").items())
    _once(root.get("articles"), [row.id for row in rows])
    if root.faults:
        raise PolicyError(root.faults)
    return rows


@cache
def articles() -> tuple[Article, ...]:
    """All 23 articles and the sentences on the housing fund."""
    path = files("junheng.policy") / "data" / "articles.yaml"
    return read_articles(read_yaml(path.read_text(encoding="utf-8")), "articles.yaml")


def article(id_: str) -> Article:
    return next(one for one in articles() if one.id == id_)


def _document(id_: str, node: Node) -> Document:
    return Document(
        id=id_,
        number=node.get("number").string(""),
        title=node.get("title").text(),
        issued=_day(node.get("issued")),
        since=_day(node.get("since")),
    )


def _article(node: Node, documents: Mapping[str, Document], scopes: Mapping[str, Text]) -> Article:
    document = node.get("document").choice(tuple(documents))
    status = cast("Status", node.get("status").choice(get_args(Status)))
    tests = _strings(node.get("tests"))
    today = _maybe(node.get("today"), required=status != "planned")
    planned = _maybe(node.get("planned"), required=status != "complete")
    if status == "complete" and not tests:
        node.get("tests").fault("no_content")
    commitments = tuple(_commitment(child, scopes) for child in node.get("commitments").items())
    _once(node.get("commitments"), [one.id for one in commitments])
    return Article(
        id=node.get("id").string(),
        document=documents.get(document, Document("", "", Text("", ""), None, None)),
        title=node.get("title").text(),
        status=status,
        today=today,
        planned=planned,
        related=_strings(node.get("related")),
        commitments=commitments,
        code=_strings(node.get("code")),
        tests=tests,
    )


def _commitment(node: Node, scopes: Mapping[str, Text]) -> Commitment:
    scope = node.get("scope").choice(tuple(scopes))
    amount = node.get("amount")
    return Commitment(
        id=node.get("id").string(),
        title=node.get("title").text(),
        relation=cast("Relation", node.get("relation").choice(get_args(Relation))),
        amount=None if amount.value is None else amount.decimal(),
        unit=node.get("unit").string(""),
        by=_day(node.get("by")),
        yearly=node.get("yearly").value is True,
        scope=scopes.get(scope, Text("", "")),
    )


def _day(node: Node) -> date | None:
    """A day, or the last day of a year."""
    if node.value is None:
        return None
    if isinstance(node.value, int):
        return date(node.value, 12, 31)
    return node.day()


def _maybe(node: Node, *, required: bool) -> Text | None:
    return node.text() if required or node.value is not None else None


def _strings(node: Node) -> tuple[str, ...]:
    return tuple(child.string() for child in node.items())


def _once(node: Node, ids: list[str]) -> None:
    twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
    if twice:
        node.fault("id_twice", ids="、".join(twice))

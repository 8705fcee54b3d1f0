# ruff: noqa: ARG001 - ninja gives every operation its request by that name
"""Explanations: the tree behind a number, down to the workbook cell, as the pages open it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from junheng.balance.model import Explanation, FactRef
from junheng.policy.text import Text
from junheng.publish.disclosure import TOGETHER, WITHHELD
from junheng.web.api.shapes import CodePath, EditionHead, NamePath, SlugPath, Stand, Words, edition_head, which, words
from junheng.web.api.views.counties import Limit
from junheng.web.kit.refusal import Refusal
from junheng.web.portal import proof, queries
from junheng.web.portal.law import standard_of
from junheng.web.portal.models import Edition
from junheng.web.portal.plain import plain
from junheng.web.portal.views.explain import _of as part_of
from junheng.web.portal.words import say

router = Router(tags=["explanations"])
Why = Callable[[proof.Proof], Explanation]
FAULTS = "需要快照在服务器上 / the snapshot has to be on the server"


class Cell(Schema):
    """One cell of a reported workbook: where it stands, what was written, how it was read."""

    file: str
    sheet: str
    cell: str
    raw: str
    state: str


class Fact(Schema):
    """A reported value; ``state`` is that of its cells: reported, not_reported, not_applicable or suppressed."""

    table: str
    code: str
    part: str
    field: str
    title: Words
    value: float | bool | str | None
    unit: str | None
    cells: list[Cell]


class Node(Schema):
    """A node of the tree. ``margin`` is how far the value is on the good side of the threshold, in its unit."""

    title: Words
    value: float | str | None
    unit: str
    state: Stand | None
    formula: Words | None
    cite: str | None
    threshold: Limit | None
    margin: float | None
    school: str | None
    notes: list[Words]
    facts: list[Fact]
    children: list["Node"]


class Tree(EditionHead):
    """The explanation of one published number."""

    explanation: Node


@router.get(
    "/counties/{code}/explanations/{section}/{indicator}",
    response=Tree,
    summary="差异系数的由来 / why a mean and a dispersion are what they are",
)
def explain_mean(request: HttpRequest, slug: SlugPath, code: CodePath, section: NamePath, indicator: NamePath) -> Any:
    """每所学校的份额 / what every school adds."""
    edition = _edition(slug)
    county = queries.county(edition, code)
    title = _known(edition, section, indicator)
    if any(one.get("suppressed") for one in county.indicators if one["section"] == section):
        return _withheld(edition, Explanation(title, "*", "", None, notes=(TOGETHER,)))
    return _tree(edition, lambda held: proof.why_mean(held, code, section, indicator))


@router.get(
    "/counties/{code}/items/{item}/explanation", response=Tree, summary="一个项目的由来 / why an item is as it is"
)
def explain_item(request: HttpRequest, slug: SlugPath, code: CodePath, item: NamePath, school: str = "") -> Any:
    """school 只看一所学校的部分 / with school, the part about that school."""
    edition = _edition(slug)
    county = queries.county(edition, code)
    if item not in {one.id for one in standard_of(edition.standard).items}:
        raise Http404
    stored = next((one["summary"] for one in county.detail["items"] if one["item"]["id"] == item), None)

    def why(held: proof.Proof) -> Explanation:
        tree = proof.why_item(held, code, item)
        return part_of(replace(tree, value=say(stored)) if stored else tree, school or None)

    return _tree(edition, why)


@router.get(
    "/schools/{code}/explanations/{section}/{indicator}",
    response=Tree,
    summary="一个数值的由来 / why a school's value is what it is",
)
def explain_value(request: HttpRequest, slug: SlugPath, code: CodePath, section: NamePath, indicator: NamePath) -> Any:
    """直到工作簿单元格 / down to the workbook cells."""
    edition = _edition(slug)
    title = _known(edition, section, indicator)
    school = queries.school(edition, code, section)
    if school.suppressed:
        return _withheld(edition, Explanation(title, "*", "", None, notes=(WITHHELD,), school=code))
    return _tree(edition, lambda held: proof.why_value(held, school.county.code, code, section, indicator))


def _edition(slug: str) -> Edition:
    return queries.edition_of(queries.editions(), which(slug))


def _known(edition: Edition, section: str, indicator: str) -> Text:
    """The title of an indicator that the edition's standard has, for a section that it has."""
    standard = standard_of(edition.standard)
    titles = {one.id: one.title for one in standard.indicators}
    if section not in standard.sections or indicator not in titles:
        raise Http404
    return titles[indicator]


def _withheld(edition: Edition, tree: Explanation) -> dict[str, Any]:
    """What is known and not shown, said as such."""
    return {**edition_head(edition), "explanation": node(tree, lambda _fact: ())}


def _tree(edition: Edition, why: Why) -> dict[str, Any]:
    held = proof.proof_of(edition)
    if held is None:
        raise Refusal("数据快照不在这台服务器上。", "The snapshot is not on this server.", status=503)
    try:
        tree = why(held.public)
    except LookupError as missing:
        raise Http404 from missing
    return {**edition_head(edition), "explanation": node(tree, held.cells(tree))}


def node(tree: Explanation, cells_of: proof.CellsOf) -> dict[str, Any]:
    """The tree as JSON, every fact with its cells."""
    return {
        "title": words(tree.title),
        **{name: getattr(tree, name) for name in ("value", "unit", "cite", "margin", "school")},
        "state": tree.state.value if tree.state else None,
        "formula": words(tree.formula) if tree.formula else None,
        "threshold": plain(tree.threshold),
        "notes": [words(note) for note in tree.notes],
        "facts": [_fact(fact, cells_of) for fact in tree.facts],
        "children": [node(child, cells_of) for child in tree.children],
    }


def _fact(fact: FactRef, cells_of: proof.CellsOf) -> dict[str, Any]:
    return {
        **{name: getattr(fact, name) for name in ("table", "code", "part", "field", "unit")},
        "title": words(fact.title),
        "value": plain(fact.value),
        "cells": [{name: cell[name] for name in Cell.model_fields} for cell in cells_of(fact)],
    }

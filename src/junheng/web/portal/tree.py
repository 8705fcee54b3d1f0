"""Explanation trees as pages show them: numbers written out, facts opened to their cells, schools as a table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from junheng.balance.model import Explanation, FactRef
from junheng.web.portal.words import say, unit_name

CellsOf = Callable[[FactRef], Sequence[Mapping[str, Any]]]
LinkOf = Callable[[FactRef], str | None]

MANY = 5
"""From this many children on they are rows of a table, not nodes of their own."""
DEEPEST_HEADING = 6
DIGITS = 6


def shape(node: Explanation, cells_of: CellsOf, link_of: LinkOf, level: int = 1) -> dict[str, Any]:
    """The tree as the template ``node.html`` reads it. ``link_of`` gives the page of a school's own explanation."""
    alike = _alike(node.children)
    apart = [child for child in node.children if child not in alike]
    return {
        **_head(node, link_of),
        "level": min(level, DEEPEST_HEADING),
        "threshold": node.threshold,
        "margin": None if node.margin is None else f"{node.margin:+,.{DIGITS}g}".replace("-", "−"),
        "cite": node.cite,
        "facts": [_fact(fact, cells_of) for fact in node.facts],
        "children": [shape(child, cells_of, link_of, level + 1) for child in apart],
        "table": [_head(child, link_of) for child in alike],
    }


def _alike(children: Sequence[Explanation]) -> list[Explanation]:
    """The children that say the same of many schools; a short list stays a list of nodes."""
    same = [child for child in children if _school(child) is not None]
    return same if len(same) >= MANY else []


def _head(node: Explanation, link_of: LinkOf) -> dict[str, Any]:
    school = _school(node)
    return {
        "title": say(node.title),
        "value": written(node.value, node.unit),
        "unit": "" if node.unit == "1" else unit_name(node.unit),
        "state": str(node.state) if node.state else None,
        "formula": say(node.formula) if node.formula else "",
        "notes": [say(note) for note in node.notes],
        "link": link_of(school) if school else None,
    }


def _school(node: Explanation) -> FactRef | None:
    """A fact of the school that a node is about, when all facts below it are of one school."""
    facts = list(_facts(node))
    codes = {fact.code for fact in facts}
    return facts[0] if len(codes) == 1 and node.children else None


def _facts(node: Explanation) -> Iterable[FactRef]:
    yield from node.facts
    for child in node.children:
        yield from _facts(child)


def _fact(fact: FactRef, cells_of: CellsOf) -> dict[str, Any]:
    return {
        "title": say(fact.title),
        "where": " · ".join(part for part in (fact.code, fact.part) if part),
        "value": written(fact.value, fact.unit or ""),
        "unit": unit_name(fact.unit),
        "cells": cells_of(fact),
    }


def written(value: Any, unit: str) -> str:
    """A value in the precision of a proof: up to six decimals, shares of one as percent."""
    if value is None:
        return "—"
    if isinstance(value, bool):
        return "✓" if value else "✗"
    if not isinstance(value, int | float):
        return str(value)
    if unit == "1":
        return f"{value * 100:.2f}%"
    words = f"{value:,.{DIGITS}f}"
    return words.rstrip("0").rstrip(".")

"""Explanation trees as pages show them: numbers written out, facts opened to their cells, schools as a table."""

from collections.abc import Callable, Sequence
from typing import Any

from junheng.balance.model import STATE_TITLES, Explanation, FactRef
from junheng.web.portal.proof import CellsOf, facts_of
from junheng.web.portal.words import say, section_name, unit_name

LinkOf = Callable[[FactRef], str | None]

MANY = 5
"""From this many children on they are rows of a table, not nodes of their own."""
DEEPEST_HEADING = 6
DIGITS = 6
SCHOOL_CODE = 10
"""Digits of a school's code; facts of a county carry the county's code."""
_STATE_WORDS = {word for title in STATE_TITLES.values() for word in (title.zh, title.en)}
"""A value that only says the state would say it twice."""


def shape(node: Explanation, cells_of: CellsOf, link_of: LinkOf, level: int = 1) -> dict[str, Any]:
    """The tree as the template ``node.html`` reads it. ``link_of`` gives the page of a school's own explanation."""
    alike = _alike(node.children)
    apart = [child for child in node.children if child not in alike]
    formulas = {say(child.formula) for child in alike if child.formula}
    return {
        **_head(node, link_of),
        "level": min(level, DEEPEST_HEADING),
        "threshold": node.threshold,
        "margin": None if node.margin is None else f"{node.margin:+,.{DIGITS}g}".replace("-", "−"),
        "cite": node.cite,
        "facts": [_fact(fact, cells_of) for fact in node.facts],
        "children": [shape(child, cells_of, link_of, level + 1) for child in apart],
        "table": [_head(child, link_of) for child in alike],
        "shared": formulas.pop() if len(formulas) == 1 else "",
    }


def _alike(children: Sequence[Explanation]) -> list[Explanation]:
    """The children that say the same of many schools; a few schools, or many facts of one, stay nodes of their own."""
    about = [(child, school_of(child)) for child in children]
    same = [(child, fact.code) for child, fact in about if fact is not None]
    return [child for child, _code in same] if len({code for _child, code in same}) >= MANY else []


def _head(node: Explanation, link_of: LinkOf) -> dict[str, Any]:
    school = school_of(node)
    return {
        "title": say(node.title),
        "value": "" if node.value in _STATE_WORDS else written(node.value, node.unit),
        "unit": "" if node.unit == "1" else unit_name(node.unit),
        "state": str(node.state) if node.state else None,
        "formula": say(node.formula) if node.formula else "",
        "notes": [say(note) for note in node.notes],
        "link": link_of(school) if school else None,
    }


def school_of(node: Explanation) -> FactRef | None:
    """A fact of the school that a node is about: as it says, or when all facts below it are of one school."""
    facts = list(facts_of(node))
    if node.school:
        return next((fact for fact in facts if fact.code == node.school), None)
    codes = {fact.code for fact in facts}
    return facts[0] if len(codes) == 1 and len(facts[0].code) == SCHOOL_CODE else None


def _fact(fact: FactRef, cells_of: CellsOf) -> dict[str, Any]:
    return {
        "title": say(fact.title),
        "where": " · ".join(part for part in (fact.code, section_name(fact.part)) if part),
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

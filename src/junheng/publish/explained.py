"""An explanation tree as text or JSON, its leaves opened down to the workbook cells."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from junheng.balance.model import STATE_TITLES, Explanation, FactRef, Threshold
from junheng.policy import Language

Cell = Mapping[str, Any]
"""One row of the snapshot's cells: file, sheet, cell, raw, state."""

CellsOf = Callable[[FactRef], Sequence[Cell]]
"""Looks the cells of a fact up; no cells for a fact that came from a plain table."""


@dataclass(frozen=True, slots=True)
class Explained:
    """An explanation with the means to find its cells."""

    tree: Explanation
    cells_of: CellsOf

    def to_dict(self) -> dict[str, Any]:
        """JSON form: numbers in full precision, texts in both languages, cells at the leaves."""
        return _node(self.tree, self.cells_of)

    def to_text(self, language: Language = "zh") -> str:
        """An indented outline for the screen."""
        return "\n".join(_lines(self.tree, self.cells_of, language, 0))


def _node(tree: Explanation, cells_of: CellsOf) -> dict[str, Any]:
    return {
        "title": {"zh": tree.title.zh, "en": tree.title.en},
        "value": tree.value,
        "unit": tree.unit,
        "state": str(tree.state) if tree.state else None,
        "formula": {"zh": tree.formula.zh, "en": tree.formula.en} if tree.formula else None,
        "cite": tree.cite,
        "threshold": _threshold(tree.threshold) if tree.threshold else None,
        "margin": tree.margin,
        "notes": [{"zh": note.zh, "en": note.en} for note in tree.notes],
        "facts": [_fact(fact, cells_of) for fact in tree.facts],
        "children": [_node(child, cells_of) for child in tree.children],
    }


def _threshold(threshold: Threshold) -> dict[str, Any]:
    return {
        "parameter": threshold.parameter,
        "value": threshold.value,
        "unit": threshold.unit,
        "since": threshold.since.isoformat() if threshold.since else None,
        "cite": threshold.cite,
        "confidence": threshold.confidence,
    }


def _fact(fact: FactRef, cells_of: CellsOf) -> dict[str, Any]:
    return {
        "table": fact.table,
        "code": fact.code,
        "part": fact.part,
        "field": fact.field,
        "title": {"zh": fact.title.zh, "en": fact.title.en},
        "value": fact.value,
        "unit": fact.unit,
        "cells": [{key: cell[key] for key in ("file", "sheet", "cell", "raw")} for cell in cells_of(fact)],
    }


WORDS: Mapping[Language, Mapping[str, str]] = {
    "zh": {"formula": "公式", "threshold": "标准", "since": "自", "margin": "差距", "cite": "依据", "note": "说明"},
    "en": {
        "formula": "formula",
        "threshold": "threshold",
        "since": "since",
        "margin": "margin",
        "cite": "cite",
        "note": "note",
    },
}


def _lines(tree: Explanation, cells_of: CellsOf, language: Language, depth: int) -> Iterator[str]:
    indent, words = "  " * depth, WORDS[language]
    state = f" [{STATE_TITLES[tree.state].in_(language)}]" if tree.state else ""
    yield f"{indent}{tree.title.in_(language)} = {_number(tree.value)} {tree.unit}{state}".rstrip()
    if tree.formula:
        yield f"{indent}  {words['formula']}: {tree.formula.in_(language)}"
    if tree.threshold:
        held = tree.threshold
        yield (
            f"{indent}  {words['threshold']}: {_number(held.value)} {held.unit}"
            f" ({held.parameter}, {words['since']} {held.since}, {held.cite}, {held.confidence})"
        )
    if tree.margin is not None:
        yield f"{indent}  {words['margin']}: {tree.margin:+g} {tree.unit}"
    if tree.cite:
        yield f"{indent}  {words['cite']}: {tree.cite}"
    for note in tree.notes:
        yield f"{indent}  {words['note']}: {note.in_(language)}"
    for fact in tree.facts:
        value = f"{_number(fact.value)} {fact.unit or ''}"
        yield f"{indent}  - {fact.title.in_(language)} = {value}{_cells(cells_of(fact))}"
    for child in tree.children:
        yield from _lines(child, cells_of, language, depth + 1)


def _number(value: float | str | None) -> str:
    if value is None:
        return "—"
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _cells(cells: Sequence[Cell]) -> str:
    places = [f"{cell['file']}!{cell['sheet']}!{cell['cell']}「{cell['raw']}」" for cell in cells]
    return f" ← {'; '.join(places)}" if places else ""

"""What a new version changes against an older one, field by field, the biggest change first."""

from collections.abc import Iterator, Mapping
from math import inf
from typing import Any

import polars as pl

from junheng.facts import Facts
from junheng.facts.codes import code_list
from junheng.facts.contracts import ORDER, Field, contract
from junheng.facts.templates.cells import NOT_APPLICABLE, SUPPRESSED, written
from junheng.facts.templates.values import key_of

Values = Mapping[tuple[str, str, str], tuple[Field, Any]]
"""table, part, field -> the field and what its cell would say: a value, ``/``, ``*``, or None (not reported)."""

_MARKS = {"not_applicable": NOT_APPLICABLE, "suppressed": SUPPRESSED}


def changes(old: Facts, new: Facts) -> list[dict[str, Any]]:
    """The fields of one unit that differ, as JSON: table, part, titles, unit, ``old`` and ``new`` as cells say them.

    ``by`` is the relative change of a number, None where there is none to tell.
    """
    before, after = values_of(old), values_of(new)
    found = [_change(key, before.get(key), after.get(key)) for key in {**before, **after}]
    return sorted((one for one in found if one), key=_size, reverse=True)


def values_of(facts: Facts) -> Values:
    """Every value of one unit's facts as its cell says it."""
    return dict(_values(facts))


def _values(facts: Facts) -> Iterator[tuple[tuple[str, str, str], tuple[Field, Any]]]:
    marked = facts.cells.filter(pl.col("state").is_in(list(_MARKS)))
    marks = {tuple(row[:4]): row[4] for row in marked.select("table", "code", "part", "field", "state").iter_rows()}
    for table in ORDER:
        rules = contract(table)
        for row in facts[table].iter_rows(named=True):
            code, part = key_of(table, row)
            for field in rules.measures:
                state = marks.get((table, code, part, field.id))
                value = _MARKS[state] if state and row[field.id] is None else written(row[field.id], field)
                if value is not None:
                    yield (table, part, field.id), (field, value)


def _change(key: tuple[str, str, str], old: Any, new: Any) -> dict[str, Any] | None:
    field: Field = (new or old)[0]
    was, now = (None if one is None else one[1] for one in (old, new))
    if was == now:
        return None
    table, part, _name = key
    return {
        "table": contract(table).title.zh,
        "table_en": contract(table).title.en,
        "title": field.title.zh,
        "title_en": field.title.en,
        "part": part_name(part, "zh"),
        "part_en": part_name(part, "en"),
        "unit": "" if field.type == "bool" else field.reported_in or field.unit or "",
        "old": was,
        "new": now,
        "by": _relative(was, now),
    }


def part_name(part: str, language: str) -> str:
    """A section's title; other parts as they are."""
    titles = code_list("sections_or_all").codes
    return titles[part].in_("en" if language == "en" else "zh") if part in titles else part


def _relative(was: Any, now: Any) -> float | None:
    numbers = [one for one in (was, now) if isinstance(one, int | float)]
    if len(numbers) < 2 or not was:  # noqa: PLR2004
        return None
    return float((now - was) / abs(was))


def _size(change: Mapping[str, Any]) -> float:
    """What was there and is gone, or is new, or has no number, comes before any number."""
    return inf if change["by"] is None else abs(change["by"])

"""What was typed: kept exactly as typed, read by the same rules as the cells of a workbook, made into facts.

Three states: a value; blank, which is *not reported*; not applicable, a box of its own. Blank is never 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from junheng.facts import Facts
from junheng.facts.checks.contract_checks import keep
from junheng.facts.contracts import contract
from junheng.facts.findings import Finding, Outcome, Place
from junheng.facts.tables import CELLS_SCHEMA
from junheng.facts.templates.cells import NOT_APPLICABLE
from junheng.facts.templates.slots import Slot
from junheng.facts.values import Parsed, parse
from junheng.policy.text import Text
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.reporting.changes import values_of
from junheng.web.reporting.form import Name, Page, page_of, tables_of

BOTH = Text("既填了数值又勾了“不适用”，请只留一个", "A value and 'not applicable' are both given: keep one")


@dataclass(frozen=True, slots=True)
class Entry:
    """One field as it was typed; ``none`` is the box for not applicable."""

    text: str = ""
    none: bool = False


Typed = Mapping[Name, Entry]


def typed_of(facts: Facts | None, own: Organisation) -> dict[Name, Entry]:
    """What a form shows for facts: each value as its cell would be written. Without facts, who the unit is."""
    if facts is None:
        return _identity(own)
    return {
        (table, part, name): Entry(none=True) if value == NOT_APPLICABLE else Entry(_text(value))
        for (table, part, name), (_, value) in values_of(facts).items()
    }


def _identity(own: Organisation) -> dict[Name, Entry]:
    if own.kind == Kind.COUNTY:
        return {("counties", "", "county_name"): Entry(own.name)}
    return {
        ("schools", "", "school_name"): Entry(own.name),
        **({("schools", "", "school_type"): Entry(own.school_type)} if own.school_type else {}),
    }


def _text(value: Any) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def held_parts(typed: Typed, table: str) -> frozenset[str]:
    return frozenset(part for (one, part, _), entry in typed.items() if one == table and (entry.text or entry.none))


def read_typed(typed: Typed, own: Organisation, year: int, base: Facts | None) -> tuple[Facts, dict[Name, Text]]:
    """The facts of a form, with the tables it does not show as they were, and what is wrong by field."""
    faults: dict[Name, Text] = {}
    tables = {name: frame for name, frame in base.tables.items() if name not in tables_of(own)} if base else {}
    cells: list[tuple[str, ...]] = []
    for table in tables_of(own):
        tables[table] = _frame(own, page_of(own, table, held_parts(typed, table)), typed, faults, cells)
    kept = base.cells.filter(~pl.col("table").is_in(tables_of(own))) if base else None
    marks = pl.DataFrame(cells, schema=dict(CELLS_SCHEMA), orient="row")
    facts = Facts.of(year, tables, marks if kept is None else pl.concat([kept, marks]))
    return facts, {**_broken(facts), **faults}


def _frame(
    own: Organisation, page: Page, typed: Typed, faults: dict[Name, Text], cells: list[tuple[str, ...]]
) -> pl.DataFrame:
    """The rows of one table; what is wrong goes to ``faults``, what is not applicable to ``cells``."""
    table = page.table
    rows: dict[str, dict[str, Any]] = {} if "section" in contract(table).key else {"": {}}
    for slot in page.slots():
        name = (table, slot.part, slot.field.id)
        parsed = _read(typed.get(name, Entry()), slot, name, faults)
        if parsed.state in {"not_applicable", "suppressed"}:
            cells.append((table, own.code, slot.part, slot.field.id, parsed.state, "", "", "", parsed.cell_text))
        if parsed.state != "not_reported":
            rows.setdefault(slot.part, {})[slot.field.id] = parsed.value
    rules = contract(table)
    fixed = {"county_code": own.parent.code} if table == "schools" and own.parent else {}
    keyed = [
        {rules.key[0]: own.code, **fixed, **({"section": part} if part else {}), **row} for part, row in rows.items()
    ]
    return pl.DataFrame(keyed, schema=rules.schema, strict=False)


def _read(entry: Entry, slot: Slot, name: Name, faults: dict[Name, Text]) -> Parsed:
    parsed = parse(NOT_APPLICABLE if entry.none and not entry.text.strip() else entry.text, slot.field)
    if entry.none and entry.text.strip():
        faults[name] = BOTH
    elif parsed.problem or parsed.change == "none_word_for_empty":
        faults[name] = _words(parsed.problem or parsed.change or "", slot, parsed)
    return replace(parsed, state="not_reported") if name in faults else parsed


def _words(code: str, slot: Slot, parsed: Parsed) -> Text:
    title = slot.field.title
    values = {"raw": parsed.cell_text, "value": parsed.value, "field": title.zh, "field_en": title.en}
    return _said(Finding(code, Outcome.REJECTED, Place(""), values))


def _broken(facts: Facts) -> dict[Name, Text]:
    """What the contracts forbid, by field."""
    found: dict[Name, Text] = {}
    for check, hits in keep(facts).hits.items():
        for hit in hits:
            spot = hit.spots[0]
            said = Finding(check, Outcome.REJECTED, Place(""), hit.values)
            found.setdefault((spot.table, spot.part or "", spot.fields[0]), _said(said))
    return found


def _said(one: Finding) -> Text:
    return Text(f"{one.what('zh')}。{one.fix('zh')}", f"{one.what('en')}. {one.fix('en')}")

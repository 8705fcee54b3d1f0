"""Reads vertical forms: the official ones, and ours with their further lines on a second sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from junheng.facts.codes import code_list
from junheng.facts.collect import Collector
from junheng.facts.findings import Outcome, Place
from junheng.facts.grid import Cell, Grid
from junheng.facts.templates.forms import Form, needs_sections, sections_of, wording
from junheng.facts.templates.layouts import FormLayout, form_lines
from junheng.facts.templates.row_reader import SECTIONS, Entry, bring, cell, of_present_sections, said
from junheng.facts.templates.slots import Slot, fold
from junheng.facts.templates.undivided import Undivided, place_undivided
from junheng.facts.values import Parsed


@dataclass(slots=True)
class Unit:
    """The lines of one school or county as they were found, over one or several sheets.

    ``undivided`` holds the lines for the whole school whose fact is kept by section.
    """

    form: Form
    place: Place
    entries: list[Entry] = field(default_factory=list)
    undivided: list[Entry] = field(default_factory=list)

    def parsed(self, name: str, part: str = "") -> Parsed | None:
        return next((one for slot, one, _ in self.entries if slot.field.id == name and slot.part == part), None)

    def text(self, name: str) -> str:
        parsed = self.parsed(name)
        return "" if parsed is None or parsed.value is None else str(parsed.value)


def read(sheets: Sequence[tuple[Grid, FormLayout]], collector: Collector) -> None:
    """Bring every unit's form to the collector. A sheet without a line for the code continues the form before it."""
    units: list[Unit] = []
    for grid, layout in sheets:
        begins = _code_title(layout.form) in {fold(grid.at(row, layout.item_column)) for row in _rows(grid, layout)}
        if begins or not units or units[-1].form != layout.form:
            units.append(Unit(layout.form, grid.place()))
        _gather(grid, layout, units[-1], collector)
    for unit in units:
        if unit.form == "school":
            _bring_school(unit, collector)
        else:
            _bring_county(unit, collector)


def _code_title(form: Form) -> str:
    return "学校代码" if form == "school" else "区县代码"


def _rows(grid: Grid, layout: FormLayout) -> range:
    return range(layout.header_row + 1, len(grid.rows) + 1)


def _gather(grid: Grid, layout: FormLayout, unit: Unit, collector: Collector) -> None:
    lines = form_lines(layout.form)
    for row in _rows(grid, layout):
        title, raw = str(grid.at(row, layout.item_column)), grid.at(row, layout.value_column)
        line = lines.get(fold(title))
        place = grid.place(row, layout.value_column, title)
        if line is None:
            if title and raw != "":
                collector.note("template_column_unknown", Outcome.IGNORED, place, header=title)
            continue
        if line.slot is None:
            continue
        entry = (line.slot, _parsed(raw, line.slot), place)
        if needs_sections(line):
            unit.undivided += [entry] if said(entry[1]) else []
        elif said(entry[1]) or line.slot.field.required:
            unit.entries.append(entry)


def _parsed(raw: Cell, slot: Slot) -> Parsed:
    if slot.field.codes == "school_types" and isinstance(raw, str):
        raw = wording()["school_types"].get(fold(raw), raw)
    return cell(raw, slot)


def _bring_school(unit: Unit, collector: Collector) -> None:
    code = _code(unit, "school_code", collector)
    if code is None:
        return
    collector.touch("schools", (code,))
    unit.entries = of_present_sections(unit.entries)
    pupils = {part: parsed.value if (parsed := unit.parsed("pupils", part)) else None for part in SECTIONS}
    counts = {part: int(count) for part, count in pupils.items() if isinstance(count, int)}
    school = Undivided(code, sections_of(unit.text("school_type"), counts), unit.place, tuple(unit.entries))
    bring([*_measures(unit, "school_code"), *place_undivided(unit.undivided, school, collector)], (code,), collector)


def _bring_county(unit: Unit, collector: Collector) -> None:
    code = _code(unit, "county_code", collector)
    if code is None:
        return
    collector.touch("counties", (code,))
    bring(list(_measures(unit, "county_code")), (code,), collector)


def _measures(unit: Unit, key: str) -> Iterator[Entry]:
    return (entry for entry in unit.entries if entry[0].field.id != key)


def _code(unit: Unit, name: str, collector: Collector) -> str | None:
    """The code of the unit; without one nothing of the form can be used."""
    entry = next((one for one in unit.entries if one[0].field.id == name), None)
    if entry and (entry[1].problem or entry[1].change):
        collector.say(entry[1], entry[2], entry[0].field)
    code = unit.text(name)
    if not code and name == "county_code":
        code = code_list("managing_bodies").code_of(unit.text("county_name")) or ""
    if not code:
        collector.note(
            "form_without_code", Outcome.REJECTED, entry[2] if entry else unit.place, header=_code_title(unit.form)
        )
    elif entry:
        collector.mark("key", entry[0].table, (code,), entry[0].field, entry[2])
    return code or None

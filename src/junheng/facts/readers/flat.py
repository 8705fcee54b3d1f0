"""The flat export: one row per school below several header rows, merged or not."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from junheng.facts.codes import code_list
from junheng.facts.collect import Collector, Key, Source
from junheng.facts.contracts import Field
from junheng.facts.findings import Outcome, Place
from junheng.facts.grid import Cell, Grid
from junheng.facts.readers.flatlayout import Fact, FlatLayout, field_of, load_flat_layout, sectioned
from junheng.facts.readers.labels import paths, unit_of
from junheng.facts.readers.layout import load_layout
from junheng.facts.readers.totals import total_word
from junheng.facts.values import Parsed, parse, written

CODE: Fact = ("schools", "school_code")
NAME: Fact = ("schools", "school_name")
TYPE: Fact = ("schools", "school_type")
COUNTED: Fact = ("schools", "counted")
PARENT: Fact = ("schools", "parent_code")
SEARCHED_ROWS = 15

Spot = tuple[Fact, str | None]
"""A fact and its section."""


@dataclass(frozen=True, slots=True)
class Column:
    index: int
    fact: Fact
    section: str | None
    field: Field
    header: str


@dataclass(slots=True)
class School:
    """One row: what it reports, by fact and section."""

    code: str
    name: str
    place: Place
    values: dict[Spot, Source] = field(default_factory=dict)
    sums: dict[Spot, list[Source]] = field(default_factory=dict)

    def value(self, fact: Fact) -> object:
        source = self.values.get((fact, None))
        return source[0].value if source else None


def header_of(grid: Grid) -> tuple[int, int] | None:
    """First header row and first row of data (from 1), found by the column of school codes."""
    names = load_flat_layout().names
    for number, row in enumerate(grid.rows[:SEARCHED_ROWS], 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and names.of(cell) == "学校(机构)标识码":
                first = _first_data(grid, number, column, names.of(cell))
                return (number, first) if first else None
    return None


def _first_data(grid: Grid, top: int, column: int, label: str) -> int | None:
    for number in range(top + 1, len(grid.rows) + 1):
        cell = grid.at(number, column + 1)
        if cell != "" and not (isinstance(cell, str) and load_flat_layout().names.of(cell) == label):
            return number
        if cell == "" and total_word(grid.rows[number - 1][: column + 2]):
            return number
    return None


def is_flat(grid: Grid) -> bool:
    """A header row names the school's code, and facts besides those of the school itself are known."""
    found = header_of(grid)
    if found is None:
        return False
    top, first = found
    layout = load_flat_layout()
    heads = paths(_header(grid, top, first - 1), layout.names)
    known = [fact for path in heads if (fact := layout.fact_of(path)) is not None]
    return len(known) > 2 and any(table != "schools" for (table, _), _ in known)  # noqa: PLR2004


def read_flat(grids: Sequence[Grid], collector: Collector) -> bool:
    """Read every sheet that is a flat export; False if none is."""
    read = False
    for grid in grids:
        if grid.hidden:
            continue
        if is_flat(grid):
            _read_grid(grid, collector)
            read = True
    if read:
        for grid in grids:
            if grid.hidden:
                collector.note("hidden_sheet", Outcome.IGNORED, grid.place())
            elif not is_flat(grid) and any(cell != "" for row in grid.rows for cell in row):
                collector.note("unknown_sheet", Outcome.IGNORED, grid.place())
    return read


def _read_grid(grid: Grid, collector: Collector) -> None:
    layout = load_flat_layout()
    top, first = header_of(grid) or (1, 2)
    columns = _columns(grid, top, first, layout, collector)
    schools = [one for number in range(first, len(grid.rows) + 1) if (one := _school(grid, number, columns, collector))]
    for school in _merged(schools, layout, collector):
        _bring(school, layout, collector)


def _header(grid: Grid, top: int, bottom: int) -> list[list[Cell]]:
    """The header rows with merged cells filled; where merges were lost, group labels are carried to the right."""
    rows = grid.header(top, bottom)
    if any(top <= span[0] <= bottom for span in grid.merged) or bottom == top:
        return rows
    for level, row in enumerate(rows[:-1]):
        for column in range(1, len(row)):
            below = any(rows[lower][column] != "" for lower in range(level + 1, len(rows)))
            same_group = level == 0 or rows[level - 1][column] == rows[level - 1][column - 1]
            if row[column] == "" and below and same_group:
                row[column] = row[column - 1]
    return rows


def _columns(grid: Grid, top: int, first: int, layout: FlatLayout, collector: Collector) -> list[Column]:
    rows = _header(grid, top, first - 1)
    columns: list[Column] = []
    taken: dict[Spot, Column] = {}
    for index, path in enumerate(paths(rows, layout.names)):
        if not path:
            continue
        header = "/".join(path)
        known = layout.fact_of(path)
        if known is None:
            collector.note("unknown_columns", Outcome.IGNORED, grid.place(None, index + 1, header), label=header)
            continue
        fact, section = known
        column = Column(index, fact, section, _in_unit(field_of(fact), rows, index), header)
        if (fact, section) in taken:
            values = {"label": header, "other": taken[fact, section].header}
            collector.note("column_twice", Outcome.REJECTED, grid.place(None, index + 1, header), **values)
            continue
        taken[fact, section] = column
        columns.append(column)
    return columns


def _in_unit(one: Field, rows: Sequence[Sequence[Cell]], index: int) -> Field:
    """The field as this column reports it: a header in the stored unit needs no scaling."""
    units = [unit_of(cell) for row in rows if isinstance(cell := row[index], str)]
    named = next((unit for unit in reversed(units) if unit), None)
    return replace(one, scale=1.0) if named is not None and named == one.unit and one.scale != 1 else one


def _school(grid: Grid, number: int, columns: Sequence[Column], collector: Collector) -> School | None:
    row = grid.rows[number - 1]
    if all(cell == "" for cell in row):
        return None
    total = total_word(row)
    if total:
        collector.note("total_rows", Outcome.IGNORED, grid.place(number), label=total)
        return None
    code_column = next(column for column in columns if column.fact == CODE)
    place = grid.place(number, code_column.index + 1, code_column.header)
    parsed = parse(row[code_column.index] if code_column.index < len(row) else "", code_column.field)
    if parsed.change or parsed.problem:
        collector.say(parsed, place, code_column.field)
    if parsed.problem:
        return None
    code = str(parsed.value or "")
    if not re.fullmatch(r"\d{10}", code):
        collector.note("bad_school_code" if code else "row_without_code", Outcome.REJECTED, place, code=code)
        return None
    school = School(code, "", place)
    school.values[CODE, None] = (Parsed(code, "reported", raw=parsed.raw), place)
    for column in columns:
        raw = row[column.index] if column.index < len(row) else ""
        if raw != "" and column.fact != CODE:
            school.values[column.fact, column.section] = (
                parse(raw, column.field),
                grid.place(number, column.index + 1, column.header),
            )
    school.name = str(school.value(NAME) or "")
    return school


def _merged(schools: Sequence[School], layout: FlatLayout, collector: Collector) -> Iterable[School]:
    """The counted schools, each with its uncounted ones added."""
    counted = {one.code: one for one in schools if one.value(COUNTED) is not False}
    extra: dict[str, list[School]] = {}
    for school in schools:
        if school.value(COUNTED) is not False:
            continue
        parent = _parent(school, counted.values(), collector)
        if parent is not None:
            extra.setdefault(parent.code, []).append(school)
    for school in schools:
        if school.value(COUNTED) is False:
            continue
        for child in extra.pop(school.code, ()):
            _merge(school, child, layout, collector)
        yield school


def _parent(school: School, counted: Iterable[School], collector: Collector) -> School | None:
    """The school it belongs to, by code or by name; a finding if there is not exactly one."""
    source = school.values.get((PARENT, None))
    named = written(source[0].raw).strip() if source else ""
    fitting = [one for one in counted if named and named in {one.code, one.name}]
    if len(fitting) == 1:
        return fitting[0]
    code = "parent_not_found" if not fitting else "uncounted_parent_ambiguous"
    collector.note(
        code, Outcome.REJECTED, source[1] if source else school.place, name=school.name or school.code, parent=named
    )
    return None


def _merge(parent: School, child: School, layout: FlatLayout, collector: Collector) -> None:
    lost = []
    for (fact, section), (parsed, place) in child.values.items():
        one = field_of(fact)
        if not one.numeric or (fact[0] == "schools" and one.unit != "人"):
            continue
        held = parent.values.get((fact, section))
        if held is None or not held[0].reported:
            lost.append(one.title.zh)
        elif parsed.problem or parsed.reported:
            _take(parent, (fact, section), (parsed, place), largest=fact in layout.largest and not parsed.problem)
    values = {"name": child.name or child.code, "parent": parent.name or parent.code}
    where = {"place": parent.place.in_("zh"), "place_en": parent.place.in_("en")}
    collector.note("uncounted_schools_merged", Outcome.CHANGED, child.place, **values, **where)
    if lost:
        collector.note("uncounted_parent_blank", Outcome.WARNED, child.place, **values, fields="、".join(lost))


def _take(parent: School, spot: Spot, source: Source, *, largest: bool) -> None:
    held, place = parent.values[spot]
    if largest:
        parent.values[spot] = max((held, place), source, key=lambda one: one[0].value or 0)
    else:
        parent.sums.setdefault(spot, [(held, place)]).append(source)


def _bring(school: School, layout: FlatLayout, collector: Collector) -> None:
    """All facts of one school to the collector."""
    sections = _sections(school)
    for section in sections:
        collector.touch("sections", (school.code, section))
    untold: list[str] = []
    for (fact, named), source in school.values.items():
        table = fact[0]
        key: Key = (school.code,)
        if sectioned(table):
            chosen = named or _the_section(table, sections)
            if chosen is None:
                untold.append(field_of(fact).title.zh)
                continue
            key = (school.code, chosen)
        sources = school.sums.get((fact, named), [source])
        _add(school, (fact, named), key, sources, layout, collector)
    if untold:
        collector.note(
            "section_not_told",
            Outcome.REJECTED,
            school.place,
            fields="、".join(untold),
            name=school.name or school.code,
        )


def _add(  # noqa: PLR0917
    school: School, spot: Spot, key: Key, sources: list[Source], layout: FlatLayout, collector: Collector
) -> None:
    fact, named = spot
    one = field_of(fact)
    others = [
        (minus(parsed), place)
        for other in layout.totals_of.get(fact, ())
        for parsed, place in school.sums.get(
            (other, named), [school.values[other, named]] if (other, named) in school.values else []
        )
        if parsed.reported
    ]
    if others and sources[0][0].reported:
        collector.add_total(fact[0], key, one, [*sources, *others])
    elif len(sources) > 1:
        collector.add_total(fact[0], key, one, sources)
    else:
        collector.add(fact[0], key, one, *sources[0])


def minus(parsed: Parsed) -> Parsed:
    """The same cell, to be taken away."""
    value = -parsed.value if isinstance(parsed.value, int | float) else parsed.value
    return Parsed(value, parsed.state, None, raw=parsed.raw)


def _sections(school: School) -> tuple[str, ...]:
    attributes: Mapping[str, object] = code_list("school_types").attributes.get(str(school.value(TYPE)), {})
    kind = load_layout().kinds.get(str(attributes.get("kind")))
    return kind.sections if kind else ()


def _the_section(table: str, sections: Sequence[str]) -> str | None:
    """The section of a column that names none: the school's only one, else the whole school where that is allowed."""
    if len(sections) == 1:
        return sections[0]
    return "all" if table in {"teachers", "class_sizes"} else None

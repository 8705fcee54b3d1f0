"""Facts made from the contracts, for laws about every template and table."""

from typing import Any

import polars as pl
from hypothesis import strategies as st

from junheng.facts.codes import code_list
from junheng.facts.contracts import Field, contract
from junheng.facts.tables import CELLS_SCHEMA, Facts
from junheng.facts.templates.slots import SCHOOL_TABLES, parts

WORDS = st.text(st.sampled_from("郑州金水区实验小学abcXYZ甲乙=+@'1"), min_size=1, max_size=12)
SCHOOL_TYPES = {"211": ("primary",), "311": ("junior",), "312": ("primary", "junior"), "341": ("junior", "senior")}


def values(field: Field) -> st.SearchStrategy[Any]:
    """What a field may hold."""
    if field.codes:
        return st.sampled_from(list(code_list(field.codes).codes))
    if field.pattern:
        return st.from_regex(field.pattern.replace("\\d", "[0-9]").replace("$", "\\Z"), fullmatch=True)
    cents = st.integers(int((field.min or 0) * 100), int((field.max or 10**9) * 100))
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "int": st.integers(int(field.min or 0), int(field.max or 10**7)),
        "float": cents.map(lambda one: one / 100),
        "bool": st.booleans(),
        "date": st.dates(),
    }
    return kinds.get(field.type, WORDS)


@st.composite
def row(draw: st.DrawFn, table: str, key: dict[str, str], part: str = "") -> dict[str, Any]:
    """A row in which any measure may be missing, and one of them is not."""
    fields = [one for one in contract(table).measures if not part or part in parts(contract(table), one)]
    chosen = draw(st.lists(st.sampled_from(fields), min_size=1, max_size=6, unique_by=lambda one: one.id))
    return key | {one.id: draw(values(one)) for one in chosen}


@st.composite
def schools(draw: st.DrawFn, most: int = 3) -> Facts:
    """Facts of a few schools, each with the sections of its type, every fact by section."""
    codes = draw(st.lists(st.from_regex(r"[23]141[0-9]{6}", fullmatch=True), min_size=1, max_size=most, unique=True))
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in (*SCHOOL_TABLES, "campuses")}
    for code in codes:
        kind = draw(st.sampled_from(list(SCHOOL_TYPES)))
        rows["schools"].append(draw(row("schools", {"school_code": code})) | {"school_type": kind})
        for table in ("staff", "rooms", "money"):
            rows[table].append(draw(row(table, {"school_code": code})))
        rows["campuses"].append(draw(row("campuses", {"school_code": code, "campus_code": "01"})))
        for section in SCHOOL_TYPES[kind]:
            key = {"school_code": code, "section": section}
            rows["sections"].append(draw(row("sections", key, section)) | {"pupils": draw(st.integers(1, 5000))})
            for table in ("class_sizes", "teachers"):
                rows[table].append(draw(row(table, key, section)))
    return Facts.of(2025, {table: frame(table, found) for table, found in rows.items()}, draw(not_applicable(rows)))


@st.composite
def not_applicable(draw: st.DrawFn, rows: dict[str, list[dict[str, Any]]]) -> pl.DataFrame:
    """Provenance that marks some missing measures of rooms as not applicable."""
    missing = [
        ("rooms", one["school_code"], "", field.id)
        for one in rows["rooms"]
        for field in contract("rooms").measures
        if field.id not in one
    ]
    chosen = draw(st.lists(st.sampled_from(missing), max_size=3, unique=True))
    cells = [(*one, "not_applicable", "", "", "", "/") for one in chosen]
    return pl.DataFrame(cells, schema=dict(CELLS_SCHEMA), orient="row")


@st.composite
def county(draw: st.DrawFn) -> Facts:
    """Facts of one county with surveys, assessments and evidence."""
    code = draw(st.sampled_from(list(code_list("managing_bodies").codes)))
    rows = {"counties": [draw(row("counties", {"county_code": code}))]}
    for table, name in (("surveys", "group"), ("assessments", "subject")):
        listed = code_list(contract(table).field(name).codes or "")
        chosen = draw(st.lists(st.sampled_from(list(listed.codes)), max_size=2, unique=True))
        rows[table] = [draw(row(table, {"county_code": code, name: one})) for one in chosen]
    items = draw(st.lists(st.sampled_from(["G1", "Q3", "V1"]), max_size=2, unique=True))
    rows["evidence"] = [draw(row("evidence", {"county_code": code, "item": one, "school_code": ""})) for one in items]
    return Facts.of(2025, {table: frame(table, found) for table, found in rows.items()})


def frame(table: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=contract(table).schema)


def states(facts: Facts) -> set[tuple[str, ...]]:
    """The facts that are not applicable or suppressed."""
    found = facts.cells.filter(pl.col("state") != "reported").select("table", "code", "part", "field", "state")
    return set(found.iter_rows())

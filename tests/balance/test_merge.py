"""Uncounted schools join their parent; what does not apply is none; whole-school numbers find their section."""

from typing import Any

import polars as pl

from junheng.balance.merge import merged, settled
from junheng.facts.tables import CELLS_SCHEMA, Facts
from tests.balance.city import JUNIOR, NINE, POINT, PRIMARY, facts_of, row_of, sound


def attached(parent: str = PRIMARY, **changes: Any) -> Facts:
    tables = sound()
    row_of(tables, "schools", POINT).update(counted=False, parent_code=parent)
    for table in ("rooms", "teachers"):
        row_of(tables, table, POINT).update(changes if table == "rooms" else {})
    return facts_of(tables)


def one(facts: Facts, table: str, code: str, field: str) -> Any:
    return facts[table].filter(pl.col("school_code") == code)[field].to_list()


def test_an_uncounted_school_adds_to_its_parent() -> None:
    found = merged(attached())
    assert one(found.facts, "schools", POINT, "school_name") == []
    assert one(found.facts, "sections", PRIMARY, "pupils") == [640]
    assert one(found.facts, "rooms", PRIMARY, "teaching_area") == [9.0 * 640]
    assert found.members[PRIMARY] == (PRIMARY, POINT)


def test_what_it_did_not_report_leaves_the_sum_open() -> None:
    assert one(merged(attached(teaching_area=None)).facts, "rooms", PRIMARY, "teaching_area") == [None]


def test_without_its_parent_it_stands_alone() -> None:
    found = merged(attached("2141009999"))
    assert one(found.facts, "sections", POINT, "pupils") == [40]


def test_two_schools_that_name_each_other_do_not_hang() -> None:
    tables = sound()
    row_of(tables, "schools", POINT).update(counted=False, parent_code=PRIMARY)
    row_of(tables, "schools", PRIMARY).update(counted=False, parent_code=POINT)
    assert len(merged(facts_of(tables)).facts["schools"]) > 0


def test_a_fact_that_does_not_apply_counts_as_none() -> None:
    tables = sound()
    row_of(tables, "teachers", JUNIOR)["arts_teachers"] = None
    row_of(tables, "teachers", NINE, "primary")["arts_teachers"] = None
    cell = {"table": "teachers", "code": JUNIOR, "part": "junior", "field": "arts_teachers", "state": "not_applicable"}
    blank = dict.fromkeys(("file", "sheet", "cell", "raw"), "")
    facts = facts_of(tables, pl.DataFrame([cell | blank], schema=dict(CELLS_SCHEMA)))
    found = settled(facts)
    assert one(found, "teachers", JUNIOR, "arts_teachers") == [0]
    assert None in one(found, "teachers", NINE, "arts_teachers")


def test_a_number_for_the_whole_school_belongs_to_its_only_section() -> None:
    tables = sound()
    row_of(tables, "teachers", JUNIOR)["backbone_teachers"] = None
    tables["teachers"] += [
        {"school_code": JUNIOR, "section": "all", "backbone_teachers": 7, "pe_teachers": 99},
        {"school_code": NINE, "section": "all", "backbone_teachers": 8},
    ]
    found = settled(facts_of(tables))
    assert one(found, "teachers", JUNIOR, "backbone_teachers") == [7]
    assert 99 not in one(found, "teachers", JUNIOR, "pe_teachers")
    assert found["teachers"].filter(school_code=NINE, section="all")["backbone_teachers"].to_list() == [8]

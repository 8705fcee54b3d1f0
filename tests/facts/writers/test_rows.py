"""Facts by school, and header trees."""

import io

import polars as pl
import xlsxwriter

from junheng.facts.grid import open_workbook
from junheng.facts.tables import CELLS_SCHEMA, Facts
from junheng.facts.writers.rows import index_facts, tree

CODE = "2141000001"


def test_rows_by_school_with_marks_for_what_is_no_number() -> None:
    cells = pl.DataFrame(
        [
            ("sections", CODE, "primary", "classes", "not_applicable", "a", "b", "C1", "/"),
            ("rooms", CODE, "", "books", "suppressed", "a", "b", "C2", "*"),
            ("rooms", "2141000009", "", "books", "suppressed", "a", "b", "C2", "*"),
        ],
        schema=dict(CELLS_SCHEMA),
        orient="row",
    )
    tables = {
        "sections": pl.DataFrame([{"school_code": CODE, "section": "primary", "pupils": 5}]),
        "rooms": pl.DataFrame([{"school_code": CODE, "land_area": 1.5}]),
    }
    index = index_facts(Facts.of(2023, tables, cells))
    assert list(index) == [CODE]
    row = index[CODE]["sections"][CODE, "primary"]
    assert (row["pupils"], row["classes"], row["grades"]) == (5, "/", None)
    assert index[CODE]["rooms"][(CODE,)]["books"] == "*"


def test_a_tree_merges_groups_over_neighbours_and_leaves_downwards() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        paths = [
            ("名称",),
            ("占地", "计"),
            ("占地", "其中", "绿化"),
            ("占地", "其中", "运动"),
            ("图书",),
            ("占地", "计"),
        ]
        tree(sheet, paths, (1, 3), book.add_format())
    (grid,) = open_workbook(target.getvalue(), "a.xlsx")
    assert set(grid.merged) == {(2, 1, 4, 1), (2, 2, 2, 4), (3, 2, 4, 2), (3, 3, 3, 4), (2, 5, 4, 5), (3, 6, 4, 6)}
    assert grid.header(2, 4)[2] == ["名称", "计", "绿化", "运动", "图书", "计"]

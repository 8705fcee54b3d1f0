"""What the official workbook holds is read back; what it has no cell for is not invented."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from junheng.facts.codes import code_list
from junheng.facts.contracts import contract
from junheng.facts.findings import Outcome
from junheng.facts.grid import open_workbook
from junheng.facts.intake import read_files
from junheng.facts.readers.layout import load_layout
from junheng.facts.tables import Facts
from junheng.facts.writers import write_jiaoji
from junheng.facts.writers.rows import index_facts
from tests.facts.strategies import schools
from tests.fixtures.make import CODE, one_school

LAYOUT = load_layout()
MARK = "合成数据，仅用于演示"


def carried(facts: Facts, code: str) -> dict[tuple[str, str | None, str], Any]:
    """Every value that the sheets of the school's type have a cell for."""
    index = index_facts(facts)[code]
    kind = LAYOUT.kinds[code_list("school_types").attributes[index["schools"][(code,)]["school_type"]]["kind"]]
    found: dict[tuple[str, str | None, str], Any] = {}
    for form in (LAYOUT.forms[number] for number in kind.tables):
        for rule in form.rules:
            sections = [one for one in form.blocks if one in kind.sections] if form.blocks else [rule.section]
            for section in sections:
                key = (code, section) if section else (code,)
                row = index.get(rule.table, {}).get(key, {})
                value = row.get(rule.field.id)
                if value is not None and (rule.section is None or rule.section in kind.sections) and not rule.counts:
                    found[rule.table, section, rule.field.id] = value
    return found


def held(facts: Facts, code: str) -> dict[tuple[str, str | None, str], Any]:
    """Every value that was read, keys left out."""
    return {
        (table, key[1] if len(key) > 1 else None, field): value
        for table, rows in index_facts(facts)[code].items()
        for key, row in rows.items()
        for field, value in row.items()
        if value is not None and field not in contract(table).key
    }


@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(schools(most=1))
def test_write_then_read_gives_the_same_facts(tmp_path: Path, facts: Facts) -> None:
    code = facts["schools"]["school_code"].item()
    facts = Facts.of(facts.year, facts.tables, facts.cells.filter(pl.col("field") != "school_type"))
    path = tmp_path / "school.xlsx"
    write_jiaoji(facts, code, path)
    intake = read_files(path, year=facts.year)
    assert {one.code for one in intake.receipt.findings} <= {"slash_for_empty"}
    assert held(intake.facts, code) == carried(facts, code)


@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(pupils=st.integers(0, 3000), grades=st.integers(0, 9))
def test_grades_travel_only_with_a_watermark(tmp_path: Path, pupils: int, grades: int) -> None:
    facts = one_school()
    sections = facts["sections"].with_columns(pupils=pl.lit(pupils), grades=pl.lit(grades))
    facts = Facts.of(2023, {**facts.tables, "sections": sections})
    for watermark in (None, MARK):
        path = tmp_path / "school.xlsx"
        write_jiaoji(facts, CODE, path, watermark=watermark)
        row = read_files(path, year=2023).facts["sections"].row(0, named=True)
        possible = watermark is not None and 0 < grades <= min(6, pupils)
        assert (row["pupils"], row["grades"]) == (pupils, grades if possible else None)


@pytest.mark.parametrize("kind", [kind for kind, one in LAYOUT.kinds.items() if one.sections])
def test_the_sheets_of_every_kind_of_school(tmp_path: Path, kind: str) -> None:
    facts = one_school()
    type_ = next(code for code, one in code_list("school_types").attributes.items() if one["kind"] == kind)
    schools_ = facts["schools"].with_columns(school_type=pl.lit(type_))
    path = tmp_path / "school.xlsx"
    write_jiaoji(Facts.of(2023, {**facts.tables, "schools": schools_}), CODE, path, watermark=MARK)
    shape = LAYOUT.kinds[kind]
    assert [grid.sheet for grid in open_workbook(path)] == [f"教基{number}_{shape.suffix}" for number in shape.tables]
    intake = read_files(path, year=2023)
    assert intake.receipt.having(Outcome.REJECTED) == ()
    assert {one.code for one in intake.receipt.findings} <= {"cells_not_needed"}


def test_every_sheet_names_itself_and_says_it_is_synthetic(tmp_path: Path) -> None:
    path = tmp_path / "school.xlsx"
    write_jiaoji(one_school(), CODE, path, watermark=MARK)
    for grid in open_workbook(path):
        texts = [str(cell) for row in grid.rows for cell in row if cell != ""]
        assert any(text.startswith("填表说明：") for text in texts)
        assert any(MARK in text for text in texts)
        assert any(CODE in text for text in texts)


def test_a_known_cell_and_the_header_tree(tmp_path: Path) -> None:
    path = tmp_path / "school.xlsx"
    write_jiaoji(one_school(), CODE, path)
    sheets = {grid.sheet: grid for grid in open_workbook(path)}
    assert sheets["教基3112_小学"].at(6, 9) == 540.0
    assert sheets["教基4155_小学"].at(11, 3) == 20.0
    assert sheets["教基5170_小学"].at(9, 15) == 120.5
    assert sheets["教基3112_小学"].header(3, 4)[0][4:8] == ["其中：接受过学前教育"] * 4


def test_one_entry_of_the_index_is_enough(tmp_path: Path) -> None:
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    write_jiaoji(one_school(), CODE, one)
    write_jiaoji(index_facts(one_school())[CODE], CODE, other, year=2023)
    assert [grid.rows for grid in open_workbook(one)] == [grid.rows for grid in open_workbook(other)]


def test_an_unknown_school(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write_jiaoji(one_school(), "9999999999", tmp_path / "a.xlsx")

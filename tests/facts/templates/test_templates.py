"""The door of the templates: every kind can be written, the same bytes each time; others are refused."""

from pathlib import Path

import polars as pl
import pytest

from junheng.facts.tables import Facts
from junheng.facts.templates import template_kinds, write_template
from junheng.facts.templates.kinds import KINDS
from tests.facts.templates.sheets import book_of


def test_same_bytes_twice(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_template("county", tmp_path / f"{name}.xlsx", year=2025)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_unknown_kinds_and_several_units_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="school-form"):
        write_template("kindergarten", tmp_path / "t.xlsx", year=2025)
    two = Facts.of(2025, {"schools": pl.DataFrame({"school_code": ["2141000001", "2141000002"]})})
    with pytest.raises(ValueError, match="2"):
        write_template("school-form", tmp_path / "t.xlsx", year=2025, rows=two)


def test_the_door_names_every_kind() -> None:
    assert template_kinds() == tuple(KINDS)
    assert template_kinds()[:3] == ("school", "school-form", "county")


def test_the_refusal_is_in_both_languages_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"没有模板 x；.* / no template 'x'"):
        write_template("x", tmp_path / "t.xlsx", year=2025)
    assert not list(tmp_path.iterdir())


def test_a_list_of_schools_fills_in_the_keys(tmp_path: Path) -> None:
    schools = pl.DataFrame({"school_code": ["3141000002", "2141000001"], "school_name": ["乙", "甲"]})
    sheet = book_of("school", tmp_path, schools=schools).worksheets[0]
    assert [(sheet[f"A{row}"].value, sheet[f"B{row}"].value) for row in (3, 4, 5)] == [
        ("2141000001", "甲"),
        ("3141000002", "乙"),
        (None, None),
    ]

"""The kinds of template: their sheets, and what the lines for a whole school say."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from junheng.facts.contracts import contracts
from junheng.facts.tables import Facts
from junheng.facts.templates.kinds import EXAMPLES, KINDS, TITLES
from junheng.facts.templates.slots import school_slots
from tests.facts.templates.sheets import book_of


def test_every_table_has_a_template() -> None:
    assert set(KINDS) == {"school", "school-form", "county", *contracts()}


def test_every_kind_has_a_title_and_examples_are_of_kinds_and_items_that_exist() -> None:
    assert set(TITLES) == set(KINDS)
    assert set(EXAMPLES) <= set(KINDS)
    titles = {slot.title for slot in school_slots()}
    assert [name for name, _ in EXAMPLES["school"] if name not in titles] == []


@pytest.mark.parametrize(
    ("kind", "sheets"),
    [
        ("school", ["学校数据", "校区情况", "指标计算说明", "特殊情况说明", "说明", "代码表", "_junheng"]),
        (
            "county",
            [
                "区县填报数据",
                "补充填报数据",
                "社会认可度调查",
                "国家义务教育质量监测",
                "佐证与认定",
                "指标计算说明",
                "需上传材料说明",
                "说明",
                "代码表",
                "_junheng",
            ],
        ),
        ("staff", ["教师持证与培训", "说明", "_junheng"]),
    ],
)
def test_the_sheets_of_a_kind(kind: str, sheets: list[str], tmp_path: Path) -> None:
    assert book_of(kind, tmp_path).sheetnames == sheets


def facts_of(sizes: dict[str, int | None], kind: str = "312", junior: int | None = 200) -> Facts:
    code: dict[str, Any] = {"school_code": "3141000002"}
    pupils = [code | {"section": "primary", "pupils": 300}, code | {"section": "junior", "pupils": junior}]
    rows = [code | {"section": part, "classes_36_40": number} for part, number in sizes.items()]
    return Facts.of(
        2025,
        {
            "schools": pl.DataFrame([code | {"school_type": kind}]),
            "sections": pl.DataFrame(pupils),
            "class_sizes": pl.DataFrame(
                rows, schema={"school_code": pl.String, "section": pl.String, "classes_36_40": pl.Int64}
            ),
        },
    )


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (facts_of({"primary": 6, "junior": 4}), 10),
        (facts_of({"primary": 6, "junior": None}), None),
        (facts_of({"primary": 6}), None),
        (facts_of({"all": 11}), 11),
        (facts_of({"primary": 6, "junior": 4, "all": 11}), 11),
        (facts_of({"primary": 6}, junior=0), 6),
        (facts_of({"all": 11}, junior=0), 11),
        (facts_of({"primary": 6, "all": 11}, junior=0), 6),
        (facts_of({}), None),
    ],
)
def test_the_line_for_the_whole_school(facts: Facts, expected: int | None, tmp_path: Path) -> None:
    """Never half a sum; a school with one section says what that section or the whole school said."""
    sheet = book_of("school-form", tmp_path, rows=facts)["学校填报数据"]
    assert sheet["C20"].value == "每班36-40人班级个数"
    assert sheet["E20"].value == expected


def test_a_school_of_one_section_does_not_say_the_same_number_twice(tmp_path: Path) -> None:
    facts = facts_of({"primary": 6}, junior=0)
    values = {row[2].value: row[4].value for row in book_of("school-form", tmp_path, rows=facts)["补充填报数据"].rows}
    assert values["每班36-40人班级个数（小学）"] is None
    several = facts_of({"primary": 6, "junior": 4})
    (tmp_path / "two").mkdir()
    values = {
        row[2].value: row[4].value
        for row in book_of("school-form", tmp_path / "two", rows=several)["补充填报数据"].rows
    }
    assert (values["每班36-40人班级个数（小学）"], values["每班36-40人班级个数（初中）"]) == (6, 4)


def test_the_county_form_says_its_year_and_code(tmp_path: Path) -> None:
    counties = pl.DataFrame({"county_code": ["410105"], "county_name": ["金水区"], "teacher_pay_yuan": [98000.0]})
    sheet = book_of("county", tmp_path, rows=Facts.of(2025, {"counties": counties}))["区县填报数据"]
    assert [sheet[f"E{row}"].value for row in (2, 3, 4, 9, 10)] == ["金水区", "410105", 2025, 9.8, None]

"""The sheets that explain say what the standard says."""

import re
from pathlib import Path

import openpyxl
import pytest

from junheng.facts.templates import template_version, write_template
from junheng.facts.templates.kinds import EXAMPLES
from junheng.facts.templates.notes import STANDARD
from junheng.policy import load_standard, statistics_day
from tests.facts.templates.sheets import book_of


def test_synthetic_and_real_data_say_so(tmp_path: Path) -> None:
    said = {flag: str(book_of("school", tmp_path, synthetic=flag)["说明"]["A4"].value) for flag in (True, False)}
    assert "合成数据" in said[True]
    assert "真实" in said[False]


def texts(book: openpyxl.Workbook, sheet: str) -> list[list[str]]:
    return [[str(cell.value) for cell in row if cell.value is not None] for row in book[sheet].rows]


def test_the_guide_says_year_kind_and_version_in_both_languages(tmp_path: Path) -> None:
    said = "\n".join(text for row in texts(book_of("school", tmp_path), "说明") for text in row)
    assert "2025" in said
    assert template_version() in said
    assert "Empty means not reported and is never taken for zero" in said
    assert "留空表示“未填报”" in said


def test_examples_stand_below_the_guide_and_are_not_real(tmp_path: Path) -> None:
    rows = texts(book_of("school", tmp_path), "说明")
    examples = [row[0] for row in rows if row and row[0].startswith("填写示例")]
    assert len(examples) == len(EXAMPLES["school"])
    assert "（虚构）" in "".join(examples)
    guide = [number for number, row in enumerate(rows) if row and "never taken for zero" in row[0]]
    assert rows[guide[0] + 1] == []


def test_the_formulas_are_those_of_the_standard(tmp_path: Path) -> None:
    rows = {row[0]: row[1:] for row in texts(book_of("school", tmp_path), "指标计算说明")}
    standard = load_standard(STANDARD)
    assert {one.title.zh for one in standard.indicators} < set(rows)
    formula, limits = rows["生均教学及辅助用房面积"]
    assert formula == "（教学及辅助用房面积－室内体育用房面积）÷在校学生数"
    rules = standard.rules(statistics_day(2025))
    assert limits == f"小学≥{rules.number('L4.primary'):g}㎡/生\n初中≥{rules.number('L4.junior'):g}㎡/生"
    assert rows["每百名学生拥有县级以上骨干教师数"][0] == "（县级以上骨干教师数）÷在校学生数×100"


def test_a_county_sees_its_own_ratios_and_a_school_its_own(tmp_path: Path) -> None:
    school, county = (
        {row[0] for row in texts(book_of(kind, tmp_path), "指标计算说明")[1:]} for kind in ("school", "county")
    )
    assert school.isdisjoint(county)
    ratios = [(one.title.zh, one.table) for item in load_standard(STANDARD).items for one in item.ratios]
    assert county == {title for title, table in ratios if table == "counties"}


def test_no_formula_shows_the_name_of_a_field(tmp_path: Path) -> None:
    for kind in ("school", "county"):
        for row in texts(book_of(kind, tmp_path), "指标计算说明"):
            assert not re.search("[a-z]+_[a-z]+", " ".join(row)), row


def test_the_special_cases_show_the_weights_of_the_split(tmp_path: Path) -> None:
    said = [row[0] for row in texts(book_of("school", tmp_path), "特殊情况说明") if row]
    standard = load_standard(STANDARD)
    rules = standard.rules(statistics_day(2025))
    weights = [rules.number(name) for name in standard.split["primary+junior"].values()]
    assert f"　小学生：初中生＝{'：'.join(f'{one:g}' for one in weights if one is not None)}" in said
    for case in standard.special_cases:
        assert f"{case.title.zh}（{case.cite}）。" in said


def test_the_list_of_evidence_holds_every_item_that_is_not_computed(tmp_path: Path) -> None:
    rows = texts(book_of("county", tmp_path), "需上传材料说明")
    items = load_standard(STANDARD).items
    assert [row[0] for row in rows[1:]] == [one.id for one in items if one.kind != "computed"]
    assert all(len(row) == 3 for row in rows)


@pytest.mark.parametrize("year", [2017, 2030])
def test_other_years_have_their_notes_too(year: int, tmp_path: Path) -> None:
    write_template("county", tmp_path / "t.xlsx", year=year)
    assert str(year) in str(openpyxl.load_workbook(tmp_path / "t.xlsx")["说明"]["A3"].value)

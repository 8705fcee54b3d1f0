"""The school self-assessment form as a workbook."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from junheng.balance.model import CityVerdict
from junheng.facts.tables import Facts
from junheng.publish.display import SYNTHETIC
from junheng.publish.forms import fill_school_form, write_school_form
from tests.publish.heads import heads


def test_the_form_holds_the_schools_numbers(city: CityVerdict, facts: Facts, tmp_path: Path) -> None:
    path = write_school_form(city, facts, "3141000004", tmp_path / "s.xlsx", notice=SYNTHETIC)
    sheet = load_workbook(path)["学校自评表"]
    assert sheet["A2"].value == "学校：金水区九年一贯制学校（九年一贯制学校）  建校于1998年"
    assert "小学6.13人；初中6.13人" in str(sheet["C4"].value)
    assert "初中＿＿元" in str(sheet["C9"].value)
    assert (sheet["D4"].value, sheet["D8"].value, sheet["D9"].value) == ("是", "小学否；初中是", None)
    assert heads(sheet) == ("2023—2024学年", SYNTHETIC.zh)


def test_blanks_are_listed(city: CityVerdict, facts: Facts) -> None:
    gaps = fill_school_form(city, facts, "2141000001").gaps
    assert {gap.sheet for gap in gaps} == {"学校自评表"}
    assert any(gap.at == "C13" and "最大班额学生数＿＿人" in gap.what for gap in gaps)


def test_a_school_that_is_not_there_is_refused(city: CityVerdict, facts: Facts, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write_school_form(city, facts, "9999999999", tmp_path / "s.xlsx")
    assert not (tmp_path / "s.xlsx").exists()

"""Forms I to VI of a county as a workbook, checked against the verdict with another library."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from junheng.balance.model import CityVerdict
from junheng.facts.tables import Facts
from junheng.policy import load_standard
from junheng.publish.display import SYNTHETIC
from junheng.publish.forms import fill_forms, write_forms
from junheng.publish.forms.application import FormError, check_standard
from junheng.publish.rounding import shown
from tests.publish.conftest import COUNTY
from tests.publish.heads import heads

COLUMNS = dict(zip(("L1", "L2", "L3", "L4", "L5", "L6", "L7"), "CDEFGHI", strict=True))


@pytest.fixture(scope="module")
def book(city: CityVerdict, facts: Facts, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("forms") / "forms.xlsx"
    return load_workbook(write_forms(city, facts, COUNTY, path, notice=SYNTHETIC))


def test_form_three_holds_the_verdicts_numbers_officially_rounded(book: Workbook, city: CityVerdict) -> None:
    sheet = book["表3"]
    for one in city.counties[0].indicators:
        row = 4 if one.section == "primary" else 6
        mean, spread = sheet[f"{COLUMNS[one.indicator]}{row}"], sheet[f"{COLUMNS[one.indicator]}{row + 1}"]
        assert (mean.number_format, shown(float(str(mean.value)), 2)) == ("0.00", shown(one.mean, 2))
        if one.dispersion is None:
            assert spread.value is None
        else:
            assert (spread.number_format, str(spread.value)) == ("0.000", f"{float(shown(one.dispersion, 3)):g}")


def test_form_two_two_has_a_row_per_section_and_its_note_below(book: Workbook) -> None:
    sheet = book["表2-2"]
    assert [sheet[f"A{row}"].value for row in range(4, 9)] == [1, 2, 3, 1, 2]
    assert sheet["G4"].value == 6.13
    assert sheet["L4"].value == 2600.01
    assert sheet["L8"].value is None
    assert "小学学校总数3所（其中：一贯制学校的小学部有1所" in str(sheet["A9"].value)
    assert "A9:O9" in {str(area) for area in sheet.merged_cells.ranges}


def test_form_one_is_rounded_as_its_note_says(book: Workbook) -> None:
    sheet = book["表1"]
    assert (sheet["A9"].value, sheet["A9"].number_format) == (161.01, "0.00")
    assert (sheet["E9"].value, sheet["E9"].number_format) == (121235, "0")
    assert sheet["B9"].value is None


def test_phrases_are_filled_and_blanks_stay_blank(book: Workbook) -> None:
    sheet = book["表4"]
    assert str(sheet["B15"].value).startswith("全县符合交流轮岗条件教师总数800名，上一年度交流轮岗教师98名")
    assert "特殊教育学校公用经费为123万元，特殊教育学生数为0人，特殊教育学校生均公用经费为＿＿元" in str(
        sheet["B9"].value
    )
    assert (sheet["C3"].value, sheet["C14"].value, sheet["C19"].value) == ("是", "否", None)


def test_form_six_has_one_decimal(book: Workbook) -> None:
    sheet = book["表6"]
    assert (sheet["B6"].value, sheet["E6"].value, sheet["E6"].number_format) == (2000, 95, "0.0")
    assert sheet["F7"].value is None


def test_every_gap_of_the_workbook_is_listed(book: Workbook, city: CityVerdict, facts: Facts) -> None:
    gaps = fill_forms(city, facts, COUNTY).gaps
    listed = {(row[0], row[1]) for row in book["缺项说明"].iter_rows(min_row=3, values_only=True)}
    assert listed == {(gap.sheet, gap.at) for gap in gaps}
    for sheet, at in listed:
        held = book[str(sheet)][str(at)].value
        assert held is None or "＿＿" in str(held)


def test_no_zero_stands_where_nothing_was_reported(book: Workbook, city: CityVerdict, facts: Facts) -> None:
    for gap in fill_forms(city, facts, COUNTY).gaps:
        assert book[gap.sheet][gap.at].value != 0


def test_every_page_says_that_the_data_are_synthetic(book: Workbook) -> None:
    assert {heads(sheet)[1] for sheet in book.worksheets} == {SYNTHETIC.zh}


def test_another_standard_does_not_fit_the_forms(city: CityVerdict) -> None:
    with pytest.raises(FormError, match="只适用于教督") as caught:
        check_standard(replace(city, standard=load_standard("jiaodu-2012-3")))
    assert "7 indicators" in caught.value.text.en


def test_the_same_verdict_gives_the_same_bytes(city: CityVerdict, facts: Facts, tmp_path: Path) -> None:
    made = [write_forms(city, facts, COUNTY, tmp_path / name).read_bytes() for name in ("a.xlsx", "b.xlsx")]
    assert made[0] == made[1]

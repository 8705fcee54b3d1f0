"""Every file of ``fixtures/failing`` has a test of its name: what is said, where, and what is read all the same."""

import datetime as dt
from pathlib import Path

import polars as pl
import pytest

from junheng.facts.findings import Finding, Outcome
from junheng.facts.intake import Intake, read_files

FOLDER = Path(__file__).parents[1] / "fixtures" / "failing"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".xlsx", ".csv", ".xls"})
YEAR = 2023


def read(name: str) -> Intake:
    return read_files(next(path for path in FILES if path.stem == name), year=YEAR)


def said(intake: Intake, code: str) -> list[Finding]:
    return [finding for finding in intake.receipt.findings if finding.code == code]


def the(intake: Intake, code: str) -> Finding:
    (finding,) = said(intake, code)
    return finding


def value(intake: Intake, table: str, field: str, code: str = "2141000001") -> object:
    frame = intake.facts[table].filter(pl.col(intake.facts[table].columns[0]) == code)
    assert frame.height == 1
    return frame[field].item()


def state(intake: Intake, field: str) -> list[str]:
    return intake.facts.cells.filter(pl.col("field") == field)["state"].to_list()


def refused(name: str, code: str | None = None) -> None:
    """The whole file is refused with one finding, and nothing of it is kept."""
    intake = read(name)
    (finding,) = intake.receipt.findings
    assert finding.code == (code or name)
    assert finding.outcome is Outcome.REJECTED
    assert finding.place.file.startswith(name)
    assert intake.receipt.files[0].kind == "unreadable"
    assert intake.receipt.cells == 0
    assert all(frame.is_empty() for frame in intake.facts.tables.values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_message_says_what_rule_and_fix_in_both_languages_at_a_place(path: Path) -> None:
    for finding in read_files(path, year=YEAR).receipt.findings:
        assert finding.code != "reader_failed"
        assert finding.place.file == path.name
        for language in ("zh", "en"):
            texts = [finding.what(language), finding.rule(language), finding.fix(language)]
            assert all(len(text) > 2 for text in texts)
            assert not any("{" in text for text in texts)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_trap_has_a_test_of_its_name(path: Path) -> None:
    assert f"test_{path.stem}" in globals()


def test_wrong_wps_dimension() -> None:
    intake = read("wrong_wps_dimension")
    assert value(intake, "sections", "pupils") == 540
    assert value(intake, "teachers", "degree_college") == 8


def test_merged_headers() -> None:
    intake = read("merged_headers")
    assert value(intake, "rooms", "sports_ground_area") == 4000.0
    assert value(intake, "money", "equipment_value_yuan") == 1205000.0
    cells = intake.facts.cells.filter(pl.col("field") == "sports_ground_area")
    assert cells.select("sheet", "cell").row(0) == ("教基5170_小学", "F9")


def test_multi_row_headers() -> None:
    intake = read("multi_row_headers")
    assert value(intake, "teachers", "degree_bachelor") == 20
    assert value(intake, "rooms", "sports_ground_area") == 4000.0


def test_full_width_digits() -> None:
    intake = read("full_width_digits")
    assert value(intake, "sections", "pupils") == 540
    assert value(intake, "money", "equipment_value_yuan") == 1205000.0
    assert [one.place.cell for one in said(intake, "full_width_digits")] == ["G4", "J4"]


def test_dash_for_empty() -> None:
    intake = read("dash_for_empty")
    assert value(intake, "sections", "pupils") is None
    assert {one.outcome for one in said(intake, "dash_for_empty")} == {Outcome.CHANGED}
    assert state(intake, "pupils") == []


def test_slash_for_empty() -> None:
    intake = read("slash_for_empty")
    assert value(intake, "rooms", "teaching_area") is None
    assert state(intake, "teaching_area") == ["not_applicable"]
    assert state(intake, "equipment_value_yuan") == ["not_applicable"]
    assert len(said(intake, "slash_for_empty")) == 2


def test_none_word_for_empty() -> None:
    intake = read("none_word_for_empty")
    assert value(intake, "sections", "classes") is None
    finding = the(intake, "none_word_for_empty")
    assert finding.outcome is Outcome.WARNED
    assert finding.place.cell == "H4"


def test_blank_is_not_zero() -> None:
    intake = read("blank_is_not_zero")
    assert value(intake, "sections", "classes") is None
    assert value(intake, "rooms", "teaching_area") == 0.0
    assert intake.receipt.findings == ()


def test_total_rows() -> None:
    intake = read("total_rows")
    assert intake.facts["schools"].height == 2
    assert intake.facts["sections"]["pupils"].sum() == 1080
    assert [(one.place.row, one.values["label"]) for one in said(intake, "total_rows")] == [(6, "合计"), (7, "备注")]


def test_numbers_as_text() -> None:
    intake = read("numbers_as_text")
    assert value(intake, "sections", "pupils") == 540
    assert value(intake, "rooms", "teaching_area") == 3200.5
    assert len(said(intake, "numbers_as_text")) == 2


def test_thousands_commas() -> None:
    intake = read("thousands_commas")
    assert value(intake, "sections", "pupils") == 1540
    assert value(intake, "rooms", "teaching_area") == 12345.5
    assert the(intake, "thousands_commas").place.cell == "G4"


def test_percent_strings() -> None:
    intake = read("percent_strings")
    assert intake.facts["assessments"]["difference"].to_list() == [0.125, 0.1]
    assert the(intake, "percent_strings").outcome is Outcome.CHANGED
    assert the(intake, "percent_not_expected").place.cell == "C3"


def test_scientific_notation_codes() -> None:
    intake = read("scientific_notation_codes")
    assert intake.facts["schools"]["school_code"].to_list() == ["2141000009"]
    assert [one.place.cell for one in said(intake, "scientific_notation_codes")] == ["A4", "A5"]
    assert the(intake, "code_as_number").values["value"] == "2141000009"


def test_dotted_dates() -> None:
    intake = read("dotted_dates")
    days = dict(zip(intake.facts["evidence"]["item"], intake.facts["evidence"]["judged_on"], strict=True))
    assert days == {"G1": dt.date(2023, 9, 1), "G2": dt.date(2023, 9, 15), "G3": None, "G4": dt.date(2023, 9, 1)}
    assert the(intake, "ambiguous_date").place.cell == "F4"
    assert the(intake, "date_as_number").place.cell == "F5"


def test_uncounted_schools_merged() -> None:
    intake = read("uncounted_schools_merged")
    assert intake.facts["schools"]["school_code"].to_list() == ["2141000001", "2141000005", "2141000006"]
    assert value(intake, "sections", "pupils") == 600
    assert value(intake, "sections", "classes") == 15
    assert value(intake, "rooms", "teaching_area") == 3501.0
    assert value(intake, "money", "equipment_value_yuan") == 1205000.0
    cells = intake.facts.cells.filter((pl.col("field") == "pupils") & (pl.col("code") == "2141000001"))
    assert cells["cell"].to_list() == ["G4", "G5"]
    merged = the(intake, "uncounted_schools_merged")
    assert merged.place.row == 5
    assert "A4" in merged.what("zh")
    assert the(intake, "parent_not_found").outcome is Outcome.REJECTED
    assert the(intake, "uncounted_parent_ambiguous").place.cell == "F7"


def test_unknown_columns() -> None:
    intake = read("unknown_columns")
    finding = the(intake, "unknown_columns")
    assert finding.outcome is Outcome.IGNORED
    assert finding.place.header == "校服颜色"
    assert value(intake, "sections", "pupils") == 540


def test_two_sheets_for_one_table() -> None:
    intake = read("two_sheets_for_one_table")
    finding = the(intake, "two_sheets_for_one_table")
    assert {finding.place.sheet, finding.values["other"]} == {"教基3112", "教基3112_小学"}
    assert value(intake, "sections", "pupils") is None
    assert value(intake, "teachers", "teachers") == 30


def test_password_protected() -> None:
    refused("password_protected")


def test_zip_bomb() -> None:
    refused("zip_bomb")


def test_empty_file() -> None:
    refused("empty_file")


def test_truncated_zip() -> None:
    refused("truncated_zip")


def test_not_a_spreadsheet() -> None:
    refused("not_a_spreadsheet")


def test_xls_renamed_xlsx() -> None:
    intake = read("xls_renamed_xlsx")
    assert the(intake, "renamed_file").values["kind"] == "xls"
    assert value(intake, "rooms", "teaching_area") == 3200.5
    assert value(intake, "schools", "county_code") == "410105"


def test_csv_renamed_xlsx() -> None:
    intake = read("csv_renamed_xlsx")
    assert the(intake, "renamed_file").values["kind"] == "text"
    assert intake.facts["sections"]["pupils"].to_list() == [540, 600]


def test_gb18030_csv() -> None:
    intake = read("gb18030_csv")
    assert the(intake, "csv_encoding").values == {"encoding": "GB18030"}
    assert intake.facts["sections"]["classes"].to_list() == [12, 14]


def test_bom_csv() -> None:
    intake = read("bom_csv")
    assert intake.receipt.findings == ()
    assert intake.facts["sections"]["school_code"].to_list() == ["2141000001", "2141000002"]


def test_formula_errors() -> None:
    intake = read("formula_errors")
    finding = the(intake, "formula_errors")
    assert (finding.place.cell, finding.values["raw"]) == ("G4", "#DIV/0!")
    assert value(intake, "sections", "pupils") is None


def test_hidden_sheet() -> None:
    intake = read("hidden_sheet")
    assert the(intake, "hidden_sheet").place.sheet == "教基3112_小学"
    assert value(intake, "sections", "pupils") is None
    assert the(intake, "missing_sheet").values["tables"] == "教基3112"

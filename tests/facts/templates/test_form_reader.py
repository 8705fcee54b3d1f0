"""The vertical forms are read line by line, whatever their order; nothing is guessed."""

from typing import Any

from junheng.facts.findings import Outcome
from junheng.facts.grid import Grid
from junheng.facts.templates.forms import HEADERS, wording
from tests.facts import strategies
from tests.facts.templates.sheets import SINGLE, form, further, read_grids
from tests.facts.test_template_reader import assert_same


def test_official_form_of_a_single_section_school() -> None:
    facts, findings = read_grids(form(SINGLE))
    assert facts["schools"].row(0, named=True)["school_type"] == "211"
    assert facts["sections"].row(0, named=True)["classes"] == 10
    assert facts["class_sizes"].row(0, named=True)["section"] == "primary"
    assert facts["teachers"].row(0, named=True)["backbone_teachers"] == 5
    assert facts["money"].row(0, named=True)["equipment_value_yuan"] == 123400
    assert [finding.code for finding in findings] == ["numbers_as_text"]


def test_official_form_of_a_combined_school_keeps_the_whole_and_says_what_is_not_judged() -> None:
    facts, findings = read_grids(form({**SINGLE, 2: "九年一贯制", 11: 200}))
    assert facts["teachers"]["section"].to_list() == ["all"]
    assert facts["class_sizes"]["section"].to_list() == ["all"]
    assert facts["sections"]["classes"].to_list() == [None, None]
    (finding,) = (one for one in findings if one.code == "form_not_by_section")
    assert finding.values["indicators"] == "G3、G5、L2、L3"
    assert "小学、初中" in finding.what()
    assert finding.outcome is Outcome.WARNED


def test_a_combined_school_whose_junior_pupils_are_exactly_none_has_one_section() -> None:
    facts, findings = read_grids(form({**SINGLE, 2: "九年一贯制", 11: 0}))
    assert facts["teachers"]["section"].to_list() == ["primary"]
    assert not [one for one in findings if one.code == "form_not_by_section"]


def test_a_blank_is_not_zero_pupils() -> None:
    facts, _ = read_grids(form({**SINGLE, 2: "九年一贯制", 11: ""}))
    assert facts["teachers"]["section"].to_list() == ["all"]


def test_a_total_that_is_not_the_sum_of_its_sections() -> None:
    given = (("班级总数（小学）", 6), ("班级总数（初中）", 3), ("县级及以上骨干教师数（小学）", 5))
    rows: list[list[Any]] = [list(HEADERS), *([0, "", title, "", value, "", ""] for title, value in given)]
    extra = Grid("f.xlsx", "补充", rows)
    facts, findings = read_grids(form({**SINGLE, 2: "九年一贯制", 11: 200}), extra)
    assert facts["sections"]["classes"].to_list() == [3, 6]
    codes = [one.code for one in findings]
    assert "form_total_differs" in codes


def test_lines_in_another_order_and_wording_of_spaces() -> None:
    grid = form(SINGLE)
    shuffled = [grid.rows[0], *reversed(grid.rows[1:])]
    for row in shuffled[1:]:
        row[2] = f" {str(row[2]).replace('（', '(').replace('）', ')')} \n"
    facts, _ = read_grids(Grid("f.xlsx", "x", [["某某学校上报"], *shuffled]))
    assert_same(facts, read_grids(form(SINGLE))[0])


def test_a_form_without_a_code_is_rejected_as_a_whole() -> None:
    facts, findings = read_grids(form({**SINGLE, 3: ""}))
    assert facts["schools"].is_empty()
    assert [one.code for one in findings if one.outcome is Outcome.REJECTED] == ["form_without_code"]


def test_county_form_by_name_when_the_code_is_missing() -> None:
    facts, findings = read_grids(form({1: "金水区", 3: 2025, 8: 9.6, 10: 1000}, "county"))
    row = facts["counties"].row(0, named=True)
    assert (row["county_code"], row["teacher_pay_yuan"], row["rotation_eligible"]) == ("410105", 96000, 1000)
    assert not findings


def test_two_schools_on_two_sheets_of_one_file() -> None:
    second = form({**SINGLE, 1: "乙小学", 3: "2141000002"})
    facts, _ = read_grids(form(SINGLE), second)
    assert facts["schools"]["school_name"].to_list() == ["甲小学", "乙小学"]


def test_the_short_names_of_the_official_drop_down_are_school_types() -> None:
    short = wording()["school_types"]
    read = {one: read_grids(form({**SINGLE, 2: one}))[0]["schools"]["school_type"][0] for one in short}
    assert read == dict(short)
    assert read_grids(form({**SINGLE, 2: "幼儿园"}))[1][0].code == "not_in_code_list"


def test_a_line_that_is_not_ours_is_named_and_an_empty_one_is_not() -> None:
    _, findings = read_grids(
        form(SINGLE), further({"食堂面积": 300, "操场数量": "", "图书册数": 9, "占地面积": 8, "教职工总人数": 26})
    )
    unknown = [one for one in findings if one.code == "template_column_unknown"]
    assert [(one.values["header"], one.place.cell) for one in unknown] == [("食堂面积", "E2")]


def test_a_further_sheet_continues_the_form_before_it() -> None:
    facts, _ = read_grids(form(SINGLE), further({"教职工总人数": 26, "图书册数": 9000, "占地面积": 8000.5}))
    assert facts["schools"].height == 1
    assert facts["staff"]["staff_total"].to_list() == [26]
    assert facts["rooms"].select("books", "land_area").row(0) == (9000, 8000.5)


def test_a_bad_number_is_rejected_at_its_cell_and_the_rest_is_kept() -> None:
    facts, findings = read_grids(form({**SINGLE, 10: "四百", 51: 12.34}))
    assert [(one.code, one.place.cell, one.outcome) for one in findings] == [("not_a_number", "E11", Outcome.REJECTED)]
    assert facts["sections"]["pupils"].to_list() == [None]
    assert facts["class_sizes"].height == 1


def test_a_code_typed_as_a_number_is_kept_and_named() -> None:
    facts, findings = read_grids(form({**SINGLE, 3: 2141000001.0, 51: 12.34}))
    assert facts["schools"]["school_code"].to_list() == ["2141000001"]
    assert [(one.code, one.outcome) for one in findings] == [("code_as_number", Outcome.CHANGED)]


def test_a_county_nobody_knows_is_rejected() -> None:
    facts, findings = read_grids(form({1: "某某县", 3: 2025, 10: 5}, "county"))
    assert facts["counties"].is_empty()
    assert [one.code for one in findings] == ["form_without_code"]
    assert "区县代码" in findings[0].what("en")


def test_zero_is_kept_and_a_slash_is_not_applicable() -> None:
    facts, findings = read_grids(form({**SINGLE, 12: 0, 41: "/", 51: ""}))
    assert facts["schools"]["migrant_children"].to_list() == [0]
    assert facts["money"].is_empty()
    assert strategies.states(facts) == {("teachers", "2141000001", "primary", "visiting_pe", "not_applicable")}
    assert [one.code for one in findings] == ["slash_for_empty"]

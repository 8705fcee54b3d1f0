"""A filled form as ruled tables: what is merged, what is repeated, what stands outside."""

import pytest

from junheng.balance.model import CityVerdict
from junheng.facts.tables import Facts
from junheng.publish.forms import fill_forms, fill_school_form
from junheng.publish.forms.filled import fill_layout
from junheng.publish.forms.layout import load_layout
from junheng.publish.forms.paper import Box, Line, Ruled, Sheet, paper
from tests.publish.conftest import COUNTY

HEADS = {"表1": [4], "表2-1": [2], "表2-2": [2], "表3": [2], "表4": [1, 1], "表5": [2], "表6": [4], "缺项说明": [1]}


@pytest.fixture(scope="module")
def sheets(city: CityVerdict, facts: Facts) -> dict[str, Sheet]:
    return {one.name: one for one in paper(fill_forms(city, facts, COUNTY))}


def tables(sheet: Sheet) -> list[Ruled]:
    return [one for one in sheet.parts if isinstance(one, Ruled)]


def test_the_rows_in_which_nothing_is_filled_in_are_heads(sheets: dict[str, Sheet]) -> None:
    assert {name: [one.heads for one in tables(sheet)] for name, sheet in sheets.items()} == HEADS


def test_every_row_is_as_wide_as_its_table(sheets: dict[str, Sheet]) -> None:
    for sheet in sheets.values():
        for table in tables(sheet):
            assert {sum(box.columns for box in row) for row in table.rows} == {len(table.widths)}


def test_a_box_that_reaches_down_is_covered_in_the_rows_below(sheets: dict[str, Sheet]) -> None:
    (table,) = tables(sheets["表6"])
    assert [row[0] for row in table.rows[:4]] == [Box("", "value", 1, 4), *3 * [Box("", "value", covered=True)]]
    assert table.rows[0][1] == Box("问卷总数", "head", columns=3)


def test_the_schools_stand_under_their_heads_in_one_table(sheets: dict[str, Sheet]) -> None:
    table, note = sheets["表2-2"].parts
    assert isinstance(table, Ruled)
    assert [row[0].text for row in table.rows] == ["序号", "L1", "1", "2", "3", "1", "2"]
    assert isinstance(note, Line)
    assert note.text.startswith("注： 1.小学学校总数3所")


def test_a_line_stands_where_the_form_has_it(city: CityVerdict, facts: Facts) -> None:
    (sheet, _) = paper(fill_school_form(city, facts, "3141000004"))
    line, table = sheet.parts
    assert isinstance(line, Line)
    assert line.text.startswith("学校：金水区九年一贯制学校")
    assert isinstance(table, Ruled)


def test_numbers_are_rounded_as_the_form_says_and_blanks_are_empty(sheets: dict[str, Sheet]) -> None:
    primary = [box.text for box in tables(sheets["表3"])[0].rows[3] if not box.covered]
    assert primary[:2] == ["差异系数", "0.129"]
    population, farming = tables(sheets["表1"])[0].rows[-1][:2]
    assert (population.text, farming.text) == ("161.01", "")


def test_a_form_without_gaps_has_no_list_of_them() -> None:
    filled = fill_layout(load_layout("school"), {})
    assert paper(filled)[-1].name == "缺项说明"
    assert [one.name for one in paper(type(filled)(filled.layout, filled.sheets, (), "", "", 0))] == ["学校自评表"]

"""The form as a Word document, as Word itself would read it."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from junheng.balance.model import CityVerdict
from junheng.facts.tables import Facts
from junheng.publish.display import SYNTHETIC
from junheng.publish.forms import fill_forms
from junheng.publish.forms.filled import Filled
from junheng.publish.forms.paper import Box, Ruled
from junheng.publish.forms.word import table_xml, write_docx
from tests.publish.conftest import COUNTY


@pytest.fixture(scope="module")
def filled(city: CityVerdict, facts: Facts) -> Filled:
    return fill_forms(city, facts, COUNTY, notice=SYNTHETIC)


@pytest.fixture(scope="module")
def document(filled: Filled, tmp_path_factory: pytest.TempPathFactory) -> Any:
    return Document(str(write_docx(filled, tmp_path_factory.mktemp("form") / "form.docx")))


def test_every_page_lies_on_its_side_and_says_whose_it_is(document: Any) -> None:
    (section,) = document.sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert round(section.page_width.mm) == 297
    assert section.header.paragraphs[0].text == f"金水区　2023—2024学年　{SYNTHETIC.zh}"


def test_every_sheet_begins_a_page_with_its_title(document: Any) -> None:
    heads = [one for one in document.paragraphs if one.style.name == "Heading 1"]
    assert [one.text[:3] for one in heads[:3]] == ["表Ⅰ ", "表Ⅱ-", "表Ⅱ-"]
    assert [one.paragraph_format.page_break_before for one in heads] == [False, *[True] * (len(heads) - 1)]


def test_head_rows_are_repeated_and_no_row_is_broken(document: Any) -> None:
    schools = document.tables[2]
    marks = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in schools.rows]
    assert marks == [True, True, *[False] * 5]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in schools.rows)


def test_tables_fill_the_width_between_the_margins(document: Any) -> None:
    wide = round(267 * 56.7)
    for table in document.tables:
        columns = [int(one.get(qn("w:w"))) for one in table._tbl.tblGrid.iter(qn("w:gridCol"))]
        assert abs(sum(columns) - wide) <= len(columns)
        for row in table.rows:
            cells = [int(one.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for one in row._tr.tc_lst]
            assert sum(cells) == sum(columns)


def test_merged_boxes_are_merged() -> None:
    rows = ((Box("上", "head", 2, 2), Box("右", "left")), (Box("", "head", 2, covered=True), Box("下", "left")))
    xml = table_xml(Ruled((10, 10, 20), rows, 1))
    assert xml.count('<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>') == 1
    assert xml.count('<w:gridSpan w:val="2"/><w:vMerge/>') == 1


def test_the_same_form_gives_the_same_bytes(filled: Filled, tmp_path: Path) -> None:
    assert write_docx(filled, tmp_path / "a").read_bytes() == write_docx(filled, tmp_path / "b").read_bytes()

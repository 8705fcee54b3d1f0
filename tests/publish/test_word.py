"""Tables in Word: official layout, repeated headings, Chinese fonts named where Word looks for them."""

from pathlib import Path

import docx
from docx.oxml.ns import qn

from junheng.balance.model import CityVerdict
from junheng.policy import Text
from junheng.publish import tables
from junheng.publish.display import grid, heading
from junheng.publish.table import Column, Table
from junheng.publish.word import add_line, new_document, save, to_docx
from tests.publish.conftest import COUNTY


def test_the_document_has_the_cells_of_the_table(city: CityVerdict, tmp_path: Path) -> None:
    table = tables.dispersions(city, COUNTY)
    found = docx.Document(str(to_docx([table], tmp_path / "t.docx"))).tables[0]
    texts = [[cell.text for cell in row.cells] for row in found.rows]
    assert texts == [[heading(column, "zh") for column in table.columns], *grid(table, "zh")]


def test_the_heading_row_is_repeated_and_rows_are_not_torn(city: CityVerdict, tmp_path: Path) -> None:
    document = docx.Document(str(to_docx([tables.items(city, COUNTY)], tmp_path / "t.docx")))
    rows = document.tables[0]._tbl.tr_lst
    assert rows[0].find(".//" + qn("w:tblHeader")) is not None
    assert all(row.find(".//" + qn("w:cantSplit")) is not None for row in rows)
    assert rows[1].find(".//" + qn("w:tblHeader")) is None


def test_the_page_is_a_4_with_official_margins_and_a_notice(tmp_path: Path) -> None:
    document = new_document("合成演示数据")
    add_line(document, "正文", "仿宋", 16)
    section = docx.Document(str(save(document, tmp_path / "d.docx", "题", 2023))).sections[0]
    lengths = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round(one.mm) for one in lengths if one] == [210, 297, 37, 28]
    assert section.header.paragraphs[0].text == "合成演示数据"
    assert 'w:instr="PAGE"' in section.footer._element.xml


def test_chinese_has_its_own_font_and_language() -> None:
    document = new_document()
    normal = document.styles["Normal"].element.rPr
    assert normal.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "仿宋"
    assert normal.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"
    fonts = document.styles["Heading 1"].element.rPr.find(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == "黑体"
    assert fonts.get(qn("w:eastAsiaTheme")) is None


def test_marked_up_names_stay_names(tmp_path: Path) -> None:
    name = "<w:p>&甲\x07"
    table = Table("t", Text(name, name), (Column("a", Text(name, name)),), ((name,),))
    document = docx.Document(str(to_docx([table], tmp_path / "t.docx")))
    assert document.tables[0].cell(1, 0).text == "<w:p>&甲"


def test_the_same_tables_give_the_same_bytes(city: CityVerdict, tmp_path: Path) -> None:
    made = [to_docx([tables.missing(city, COUNTY)], tmp_path / name).read_bytes() for name in ("a.docx", "b.docx")]
    assert made[0] == made[1]
    properties = docx.Document(str(tmp_path / "a.docx")).core_properties
    assert properties.created is not None
    assert properties.created.date().isoformat() == "2023-09-01"

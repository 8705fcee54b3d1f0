"""The public door, and the law that one table shows one number everywhere."""

from pathlib import Path

import docx
from openpyxl import load_workbook

from junheng import publish
from junheng.balance.model import CityVerdict
from junheng.publish.rounding import shown
from junheng.publish.workbook import number_format
from tests.publish import pdf
from tests.publish.conftest import COUNTY


def test_the_door_keeps_what_it_names() -> None:
    assert all(hasattr(publish, name) for name in publish.__all__)
    assert (publish.__doc__ or "").startswith("Publishing")


def test_page_workbook_document_print_and_csv_show_the_same_number(city: CityVerdict, tmp_path: Path) -> None:
    table = publish.tables.school_values(city, COUNTY)
    page = publish.to_html(table)
    sheet = load_workbook(publish.to_xlsx([table], tmp_path / "t.xlsx")).worksheets[0]
    paper = docx.Document(str(publish.to_docx([table], tmp_path / "t.docx"))).tables[0]
    printed = pdf.words(publish.to_pdf([table], tmp_path / "t.pdf"))
    publish.to_csv(table, tmp_path / "t.csv")
    held = publish.read_back(tmp_path / "t.csv")
    for at, row in enumerate(table.rows):
        for place, column in enumerate(table.columns):
            value = row[place]
            if not column.numeric or value is None:
                continue
            text = shown(value, column.decimals or 0, thousands=True)
            assert f">{text}<" in page
            cell = sheet.cell(at + 4, place + 1)
            assert cell.number_format == f"#,##{number_format(column.decimals)}"
            assert shown(float(str(cell.value)), column.decimals or 0, thousands=True) == text
            assert paper.cell(at + 1, place).text == text
            assert text in printed
            assert shown(held.rows[at][place], column.decimals or 0, thousands=True) == text

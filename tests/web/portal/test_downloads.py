"""The files on offer: each opens as what its name says, with the numbers of the verdict."""

import csv
from io import BytesIO, TextIOWrapper
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook

from junheng.web.portal import queries
from junheng.web.portal.downloads import DOWNLOADS, FORMS, make
from junheng.web.portal.papers import Papers
from junheng.web.portal.proof import proof_of
from tests.publish.forms.read_back import read
from tests.web import tiny
from tests.web.portal.conftest import Frozen

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'
OFFERED = {one.file: one for one in DOWNLOADS}


@pytest.fixture
def papers(three_years: list[Frozen]) -> Papers:
    published = queries.editions()
    held = proof_of(published[0])
    assert held is not None
    return Papers(held, tiny.COUNTY, tuple(published))


@pytest.fixture
def _plain_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts are drawn and tried elsewhere; here they would only take time."""
    monkeypatch.setattr("junheng.publish.report.word.to_png", lambda _chart: PNG)
    monkeypatch.setattr("junheng.publish.report.pdf.to_svg", lambda _chart: SVG)


@pytest.mark.usefixtures("_plain_charts")
def test_the_word_report_has_the_trend_and_the_2012_chapter(papers: Papers) -> None:
    document = Document(BytesIO(make(OFFERED["report.docx"], papers, "zh")))
    words = "\n".join(one.text for one in document.paragraphs)
    assert "没有以往学年的数据" not in words
    assert "未按2012年标准评估" not in words
    cells = {cell.text for table in document.tables for row in table.rows[:2] for cell in row.cells}
    assert {"2023年", "2024年", "2025年"} <= cells
    assert any("教督〔2012〕3号" in row.cells[0].text for table in document.tables for row in table.rows)


@pytest.mark.usefixtures("_plain_charts")
def test_the_pdf_report_is_a_pdf(papers: Papers) -> None:
    assert make(OFFERED["report.pdf"], papers, "zh").startswith(b"%PDF")


@pytest.mark.exhaustive
def test_the_forms_are_the_same_as_word_excel_and_pdf(papers: Papers, tmp_path: Path) -> None:
    offered = [one for one in DOWNLOADS if one.title == FORMS]
    assert sorted(one.suffix for one in offered) == [".docx", ".pdf", ".xlsx"]
    held = []
    for one in offered:
        path = tmp_path / one.file
        path.write_bytes(make(one, papers, "zh"))
        held.append(read(path))
    assert len(held[0]) > 6
    assert held[0] == held[1] == held[2]


def test_the_workbook_has_a_sheet_for_every_table(papers: Papers) -> None:
    book = load_workbook(BytesIO(make(OFFERED["tables.xlsx"], papers, "zh")), read_only=True)
    assert len([one for one in book.worksheets if one.sheet_state == "visible"]) >= len(papers.tables())


def test_the_archive_holds_every_table_with_its_meta_file_at_full_precision(papers: Papers) -> None:
    with ZipFile(BytesIO(make(OFFERED["tables.zip"], papers, "zh"))) as archive:
        names = set(archive.namelist())
        assert {f"{one.id}.csv" for one in papers.tables()} < names
        assert len(names) == 2 * len(papers.tables())
        assert archive.testzip() is None
        with archive.open("dispersions.csv") as file:
            rows = list(csv.DictReader(TextIOWrapper(file, "utf-8-sig")))
    stored = [float(one["dispersion"]) for one in rows if one["dispersion"]]
    (county,) = papers.proof.verdict.counties
    assert stored == [one.dispersion for one in county.indicators if one.dispersion is not None]


def test_every_file_on_offer_has_a_maker_a_title_and_a_suffix() -> None:
    for one in DOWNLOADS:
        assert one.title.zh
        assert one.title.en
        assert one.suffix == f".{one.file.rpartition('.')[2]}"

"""The report as a Word document."""

from pathlib import Path

import docx
from docx.oxml.ns import qn

from junheng.publish.report.blocks import Figure, Heading, TableBlock
from junheng.publish.report.word import write_docx
from tests.publish.report.conftest import Written


def test_it_has_the_blocks_of_the_report(written: Written) -> None:
    document = docx.Document(str(written.docx))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[:2] == ["金水区义务教育优质均衡发展自评报告", "（2023—2024学年）"]
    assert all(block.text in texts for block in written.report.blocks if isinstance(block, Heading))
    tables = [block for block in written.report.blocks if isinstance(block, TableBlock)]
    assert len(document.tables) == len(tables)
    assert all(f"表{block.number}　{block.table.title.zh}" in texts for block in tables)


def test_charts_are_pictures_with_words(written: Written) -> None:
    document = docx.Document(str(written.docx))
    figures = [block for block in written.report.blocks if isinstance(block, Figure)]
    found = document.element.body.findall(".//" + qn("wp:docPr"))
    assert [one.get("descr") for one in found] == [figure.chart.alt for figure in figures]


def test_every_page_says_that_the_data_are_synthetic(written: Written) -> None:
    assert "合成演示数据" in docx.Document(str(written.docx)).sections[0].header.paragraphs[0].text


def test_the_same_report_gives_the_same_bytes(written: Written, tmp_path: Path) -> None:
    assert write_docx(written.report, tmp_path / "again.docx").read_bytes() == written.docx.read_bytes()

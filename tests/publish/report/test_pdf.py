"""The report as PDF."""

from pathlib import Path

from junheng.publish.report.blocks import Figure, Heading, TableBlock
from junheng.publish.report.pdf import write_pdf
from tests.publish import pdf
from tests.publish.report.conftest import Written


def test_all_glyphs_come_from_embedded_chinese_fonts(written: Written) -> None:
    found = pdf.fonts(written.pdf)
    assert {line[0].split("+")[1].split("-Regular")[0] for line in found} == {"NotoSerifSC", "NotoSansSC"}
    assert all(line[-5:-2] == ["yes", "yes", "yes"] for line in found)


def test_it_says_what_the_report_says(written: Written) -> None:
    printed = pdf.words(written.pdf)
    for block in written.report.blocks:
        if isinstance(block, Heading):
            assert "".join(block.text.split()) in printed
        if isinstance(block, TableBlock):
            assert f"表{block.number}{block.table.title.zh}" in printed


def test_every_page_has_the_notice_and_its_number(written: Written) -> None:
    pages = int(next(line for line in pdf.info(written.pdf).splitlines() if line.startswith("Pages")).split()[1])
    printed = pdf.words(written.pdf)
    assert printed.count("合成演示数据，不反映任何真实区县或学校") == pages
    assert f"—{pages}—" in printed


def test_charts_are_figures_of_a_tagged_document(written: Written) -> None:
    figures = sum(isinstance(block, Figure) for block in written.report.blocks)
    assert pdf.structure(written.pdf).count("Figure:") == figures


def test_it_is_archival_and_the_same_every_time(written: Written, tmp_path: Path) -> None:
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in written.pdf.read_bytes()
    assert write_pdf(written.report, tmp_path / "again.pdf").read_bytes() == written.pdf.read_bytes()

"""PDF/A with the packaged fonts: every glyph is there or nothing is written."""

from pathlib import Path

import pytest

from junheng.balance.model import CityVerdict
from junheng.policy import Text
from junheng.publish import tables
from junheng.publish.display import grid
from junheng.publish.table import Column, Table
from junheng.publish.typeset import MissingGlyphError, to_pdf
from tests.publish import pdf
from tests.publish.conftest import COUNTY


def named(text: str) -> Table:
    return Table("t", Text("表", "T"), (Column("a", Text("姓名", "Name")),), ((text,),))


def test_only_the_packaged_chinese_fonts_are_used_and_embedded(city: CityVerdict, tmp_path: Path) -> None:
    path = to_pdf([tables.dispersions(city, COUNTY)], tmp_path / "t.pdf")
    found = pdf.fonts(path)
    assert {line[0].split("+")[1].split("-Regular")[0] for line in found} == {"NotoSerifSC", "NotoSansSC"}
    assert all(line[-5:-2] == ["yes", "yes", "yes"] for line in found)


def test_the_print_has_the_cells_of_the_table(city: CityVerdict, tmp_path: Path) -> None:
    table = tables.dispersions(city, COUNTY)
    printed = pdf.words(to_pdf([table], tmp_path / "t.pdf"))
    assert all("".join(row[5:9]) in printed for row in grid(table, "zh"))


def test_it_is_an_archival_pdf_with_the_date_of_its_facts(city: CityVerdict, tmp_path: Path) -> None:
    path = to_pdf([tables.missing(city, COUNTY)], tmp_path / "t.pdf", notice="合成演示数据")
    assert b"<pdfaid:part>2</pdfaid:part>" in path.read_bytes()
    assert "2023" in pdf.info(path)
    assert "合成演示数据" in pdf.words(path)


def test_rare_characters_of_names_are_printed(tmp_path: Path) -> None:
    assert "䶮𬭸·" in pdf.words(to_pdf([named("张䶮𬭸·买买提")], tmp_path / "t.pdf"))


def test_a_character_without_a_glyph_is_an_error_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(MissingGlyphError, match="没有字形") as caught:
        to_pdf([named("张\U000f1234三")], tmp_path / "t.pdf")
    assert "no font" in caught.value.text.en
    assert not (tmp_path / "t.pdf").exists()


def test_markup_in_a_name_is_only_a_name(tmp_path: Path) -> None:
    assert '#panic("x")*_$' in pdf.words(to_pdf([named('#panic("x") *_$')], tmp_path / "t.pdf"))


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    assert to_pdf([named("甲")], tmp_path / "a").read_bytes() == to_pdf([named("甲")], tmp_path / "b").read_bytes()

"""The official forms as Excel, Word and PDF: one filled form, three papers, the same words in every cell."""

from dataclasses import replace
from pathlib import Path

import pytest

from junheng.balance.model import CityVerdict
from junheng.facts.tables import Facts
from junheng.publish.disclosure import Hidden
from junheng.publish.disclosure_forms import fill_public_forms
from junheng.publish.display import SYNTHETIC
from junheng.publish.forms import fill_forms, fill_school_form
from junheng.publish.forms.filled import Filled
from junheng.publish.forms.write import WRITERS, write_filled
from tests.publish.conftest import COUNTY
from tests.publish.forms.read_back import read

SHEETS = 7
"""Forms I to VI: the second has two parts."""


@pytest.fixture
def forms(city: CityVerdict, facts: Facts) -> Filled:
    return fill_forms(city, facts, COUNTY, notice=SYNTHETIC)


def in_all_formats(filled: Filled, folder: Path) -> list[Path]:
    return [write_filled(filled, folder / f"form{suffix}") for suffix in WRITERS]


@pytest.mark.exhaustive
def test_word_and_pdf_have_the_words_of_the_workbook_in_every_cell(forms: Filled, tmp_path: Path) -> None:
    book, word, pdf = (read(path) for path in in_all_formats(forms, tmp_path))
    assert len(book) == SHEETS + 1
    assert sum(len(row) for sheet in book for row in sheet.rows) > 400
    assert "6.13" in book[2].rows[2]
    assert word == book
    assert pdf == book


@pytest.mark.exhaustive
def test_so_they_have_when_small_numbers_are_hidden(city: CityVerdict, facts: Facts, tmp_path: Path) -> None:
    hidden = Hidden(frozenset({("2141000001", "primary")}), frozenset({(COUNTY, "junior")}))
    book, word, pdf = (read(path) for path in in_all_formats(fill_public_forms(city, facts, COUNTY, hidden), tmp_path))
    assert "*" in book[2].rows[2]
    assert word == pdf == book


def test_so_has_the_form_of_a_school(city: CityVerdict, facts: Facts, tmp_path: Path) -> None:
    book, word, pdf = (read(path) for path in in_all_formats(fill_school_form(city, facts, "3141000004"), tmp_path))
    assert book[0].lines[0].startswith("学校：金水区")
    assert word == pdf == book


def test_markup_and_control_characters_in_a_name_are_only_a_name(forms: Filled, tmp_path: Path) -> None:
    rows = forms.sheets[2]
    odd = {**rows.entries, "B4": replace(rows.entries["B4"], value='<b>&#panic("x")*_$\x07校')}
    filled = replace(forms, sheets=(*forms.sheets[:2], replace(rows, entries=odd), *forms.sheets[3:]))
    for path in in_all_formats(filled, tmp_path)[1:]:
        assert read(path)[2].rows[2][1] == '<b>&#panic("x")*_$校'


def test_another_format_is_refused(forms: Filled, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"只能写成 \.xlsx、\.docx、\.pdf"):
        write_filled(forms, tmp_path / "form.odt")

"""The form as an archival PDF, looked at with poppler's tools."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from junheng.balance.model import CityVerdict
from junheng.facts.tables import Facts
from junheng.publish.display import SYNTHETIC
from junheng.publish.forms import fill_forms
from junheng.publish.forms.filled import Entry, Filled
from junheng.publish.forms.pdf import write_pdf
from tests.publish import pdf
from tests.publish.conftest import COUNTY

MANY = 90
FIRST = 4
"""The row of the first school in form II-2."""


@pytest.fixture(scope="module")
def filled(city: CityVerdict, facts: Facts) -> Filled:
    return fill_forms(city, facts, COUNTY, notice=SYNTHETIC)


def with_schools(filled: Filled, many: int) -> Filled:
    """The same form with its first school so many times over."""
    held = filled.sheets[2]
    first = {at[0]: entry for at, entry in held.entries.items() if at[1:] == str(FIRST)}
    rows: Iterable[tuple[str, Entry]] = (
        (f"{letter}{row}", entry) for row in range(FIRST, FIRST + many) for letter, entry in first.items()
    )
    heads = {at: entry for at, entry in held.entries.items() if int(at[1:]) < FIRST}
    longer = replace(held, entries={**heads, **dict(rows)}, note_row=FIRST + many)
    return replace(filled, sheets=(*filled.sheets[:2], longer, *filled.sheets[3:]))


def test_it_is_archival_on_a_4_pages_on_their_side(filled: Filled, tmp_path: Path) -> None:
    path = write_pdf(filled, tmp_path / "form.pdf")
    assert b"<pdfaid:part>2</pdfaid:part>" in path.read_bytes()
    assert "841.89 x 595.276 pts (A4)" in pdf.info(path)
    assert all(line[-5:-2] == ["yes", "yes", "yes"] for line in pdf.fonts(path))


def test_every_page_says_whose_it_is_and_that_the_data_are_synthetic(filled: Filled, tmp_path: Path) -> None:
    for number, page in enumerate(pdf.pages(write_pdf(filled, tmp_path / "form.pdf")), 1):
        assert page.startswith(f"金水区2023—2024学年{SYNTHETIC.zh}")
        assert page.endswith(f"—{number}—")


def test_a_table_over_several_pages_repeats_its_heads(filled: Filled, tmp_path: Path) -> None:
    printed = pdf.pages(write_pdf(with_schools(filled, MANY), tmp_path / "form.pdf"))
    schools = [page for page in printed if "金水区实验小学" in page]
    assert len(schools) > 2
    assert all("序号" in page and "L14" in page for page in schools)
    assert sum(page.count("金水区实验小学") for page in schools) == MANY


def test_the_same_form_gives_the_same_bytes(filled: Filled, tmp_path: Path) -> None:
    assert write_pdf(filled, tmp_path / "a").read_bytes() == write_pdf(filled, tmp_path / "b").read_bytes()

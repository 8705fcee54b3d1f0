"""The layouts: official addresses, merges and words."""

import re

import pytest

from junheng.publish.forms.layout import Layout, addresses, column_number, covering, load_layout, split_address

PARTS = ["application", "school"]


@pytest.fixture(params=PARTS)
def layout(request: pytest.FixtureRequest) -> Layout:
    return load_layout(request.param)


def test_addresses_and_letters() -> None:
    assert list(addresses("Z1:AB2")) == ["Z1", "AA1", "AB1", "Z2", "AA2", "AB2"]
    assert list(addresses("B7")) == ["B7"]
    assert split_address("AB12") == ("AB", 12)
    assert (column_number("A"), column_number("AA")) == (1, 27)


def test_the_sheets_are_the_official_ones() -> None:
    names = [sheet.name for sheet in load_layout("application").sheets]
    assert names == ["表1", "表2-1", "表2-2", "表3", "表4", "表5", "表6"]


def test_official_merges_are_kept() -> None:
    found = {sheet.name: set(sheet.merges) for sheet in load_layout("application").sheets}
    assert found["表1"] == {
        "A5:D5", "O5:P5", "S5:T5", "Q5:R5", "U6:V6", "W6:X6", "A11:X11", "I5:M5", "U5:X5", "E5:H5",
    }  # fmt: skip
    assert found["表2-2"] == {"A1:O1"}
    assert found["表3"] == {"A4:A5", "A6:A7", "A2:B3"}
    assert found["表5"] == {"C2:C3", "A2:A3", "B2:B3"}
    assert found["表6"] == {"F2:G2", "B2:D2", "C3:D3"}
    assert set(load_layout("school").sheets[0].merges) == {"A4:A10", "A11:A15"}


def test_our_merges_cover_only_cells_the_official_form_leaves_empty(layout: Layout) -> None:
    for sheet in layout.sheets:
        for area in (*sheet.merges, *sheet.tidy):
            inside = list(addresses(area))
            assert not [at for at in inside[1:] if at in sheet.cells], (sheet.name, area)
        covered = [at for area in (*sheet.merges, *sheet.tidy) for at in addresses(area)]
        assert len(covered) == len(set(covered)) == len(covering(sheet))


def test_l_codes_run_without_a_gap(layout: Layout) -> None:
    for sheet in layout.sheets:
        codes = [cell.content for cell in sheet.cells.values() if re.fullmatch(r"L\d+", cell.content)]
        assert codes == [f"L{number}" for number in range(1, len(codes) + 1)]


def test_every_data_cell_lies_in_the_grid(layout: Layout) -> None:
    for sheet in layout.sheets:
        grid = {at for area in sheet.grid for at in addresses(area)}
        assert {at for at, cell in sheet.cells.items() if cell.kind == "value"} <= grid


def test_an_unknown_layout_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        load_layout("nowhere")

"""The workbook against its layout, read back by another library."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from junheng.publish.forms.filled import fill_layout, titled
from junheng.publish.forms.layout import addresses, covering, load_layout
from junheng.publish.forms.phrases import blank
from junheng.publish.forms.workbook import write_xlsx
from tests.publish.heads import heads


@pytest.fixture(scope="module", params=["application", "school"])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Workbook]:
    path = tmp_path_factory.mktemp("form") / "form.xlsx"
    write_xlsx(titled(fill_layout(load_layout(request.param), {}), "金水区　2023—2024学年", "合成演示数据", 2023), path)
    return request.param, load_workbook(path)


def test_labels_stand_at_the_official_addresses(written: tuple[str, Workbook]) -> None:
    name, book = written
    for sheet in load_layout(name).sheets:
        for at, cell in sheet.cells.items():
            held = book[sheet.name][at].value
            assert held == (
                blank(cell.content) if cell.kind == "phrase" else None if cell.kind == "value" else cell.content
            )


def test_merged_cells_are_those_of_the_layout(written: tuple[str, Workbook]) -> None:
    name, book = written
    for sheet in load_layout(name).sheets:
        found = {str(area) for area in book[sheet.name].merged_cells.ranges}
        note = {f"A{sheet.rows.start}:{sheet.rows.last}{sheet.rows.start}"} if sheet.rows else set()
        assert found == {*sheet.merges, *sheet.tidy, *note}


def test_the_grid_is_ruled(written: tuple[str, Workbook]) -> None:
    name, book = written
    for sheet in load_layout(name).sheets:
        hidden = {at for at, owner in covering(sheet).items() if at != owner}
        shown = [at for area in sheet.grid for at in addresses(area) if at not in hidden]
        ruled = [book[sheet.name][at].border.left.style for at in shown]
        assert set(ruled) == {"thin"}


def test_what_is_missing_is_listed_on_the_last_sheet(written: tuple[str, Workbook]) -> None:
    _, book = written
    gaps = book.worksheets[-1]
    assert gaps.title == "缺项说明"
    assert gaps.max_row > 20
    assert "不以0代替" in str(gaps["A1"].value)


def test_pages_are_a_4_with_county_and_notice(written: tuple[str, Workbook]) -> None:
    _, book = written
    for sheet in book.worksheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert heads(sheet) == ("金水区　2023—2024学年", "合成演示数据")


def test_the_same_form_gives_the_same_bytes(tmp_path: Path) -> None:
    filled = titled(fill_layout(load_layout("school"), {"met.L1": "是"}), "", "", 2023)
    assert write_xlsx(filled, tmp_path / "a").read_bytes() == write_xlsx(filled, tmp_path / "b").read_bytes()

"""What the sheet reader loses: errors, formulas without result, cells far away, parts that lie about their size."""

import io
import re
import struct
import zipfile

import pytest
import xlsxwriter
from openpyxl import Workbook

from junheng.facts.package import NOT_CALCULATED, BadPackage, column_number, inspect
from tests.fixtures.make import repack


def made(**cells: object) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.add_worksheet("空")
        sheet = book.add_worksheet("数据 & 表")
        for place, value in cells.items():
            if isinstance(value, tuple):
                sheet.write_formula(place, value[0], None, value[1])
            else:
                sheet.write(place, value)
    return target.getvalue()


def test_nothing_odd_in_a_plain_workbook() -> None:
    assert inspect(made(A1="学校", B7=3)) == {}


def test_error_values_come_back_with_their_place() -> None:
    assert inspect(made(B2=("=1/0", "#DIV/0!"), AA3=("=A0", "#REF!"))) == {
        "数据 & 表": [(2, 2, "#DIV/0!"), (3, 27, "#REF!")]
    }


def test_a_formula_never_calculated() -> None:
    book = Workbook()
    sheet = book.create_sheet("表")
    sheet["C4"] = "=SUM(A1:B1)"
    target = io.BytesIO()
    book.save(target)
    assert inspect(target.getvalue()) == {"表": [(4, 3, NOT_CALCULATED)]}


def test_a_formula_whose_result_is_an_empty_text_is_calculated() -> None:
    data = repack(made(A1=('=""', "")), lambda _, part: part.replace(b'<c r="A1"><f>', b'<c r="A1" t="str"><f>'))
    assert inspect(data) == {"数据 & 表": []}


@pytest.mark.parametrize("place", ["XFD1048576", "ZZ99999", "AF999999", "XFD2000"])
def test_two_cells_that_span_a_continent(place: str) -> None:
    with pytest.raises(BadPackage) as caught:
        inspect(made(A1=1, **{place: 1}))
    assert caught.value.code == "sparse_bomb"


def test_a_long_or_a_wide_sheet_alone_is_fine() -> None:
    assert inspect(made(A1=1, A200000=1)) == {"数据 & 表": []}
    assert inspect(made(A1=1, XFD1=1)) == {"数据 & 表": []}


def test_a_part_that_unpacks_to_more_than_it_declares() -> None:
    data = bytearray(made(A1="x" * 500))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entry = archive.getinfo("xl/worksheets/sheet2.xml")
    for found in re.finditer(rb"PK\x01\x02", bytes(data)):
        at = found.start()
        (length,) = struct.unpack_from("<H", data, at + 28)
        if data[at + 46 : at + 46 + length] == entry.filename.encode():
            struct.pack_into("<I", data, at + 24, 10)
    with pytest.raises(BadPackage) as caught:
        inspect(bytes(data))
    assert caught.value.code == "damaged_workbook"


def test_entities_are_refused() -> None:
    data = made(B2=("=1/0", "#DIV/0!"))
    mined = repack(data, lambda _, part: part.replace(b"<workbook", b'<!DOCTYPE a [<!ENTITY b "c">]><workbook'))
    with pytest.raises(BadPackage):
        inspect(mined)


@pytest.mark.parametrize(("letters", "number"), [(b"A", 1), (b"Z", 26), (b"AA", 27), (b"XFD", 16384)])
def test_column_number(letters: bytes, number: int) -> None:
    assert column_number(letters) == number

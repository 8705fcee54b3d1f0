"""Files told apart by their bytes."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.facts import sniff as module
from junheng.facts.sniff import Kind, sniff


def package(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "kind", "problem"),
    [
        (b"", Kind.UNREADABLE, "empty_file"),
        (b"\xef\xbb\xbf \r\n\0\0", Kind.UNREADABLE, "empty_file"),
        ("学校,人数\n".encode(), Kind.TEXT, None),
        ("学校,人数\n".encode("gb18030"), Kind.TEXT, None),
        ("学校,人数\n".encode("utf-16"), Kind.TEXT, None),
        (b"<html><table><tr><td>1</td></tr></table>", Kind.UNREADABLE, "html_saved_as_xls"),
        (b'\n<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
         Kind.UNREADABLE, "html_saved_as_xls"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", Kind.UNREADABLE, "not_a_spreadsheet"),
        (b"PK\x03\x04 broken", Kind.UNREADABLE, "truncated_zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, Kind.UNREADABLE, "truncated_zip"),
        (package({"word/document.xml": b"<w/>"}), Kind.UNREADABLE, "not_a_spreadsheet"),
        (package({"xl/workbook.xml": b"<w/>"}), Kind.XLSX, None),
        (package({"content.xml": b"<w/>"}), Kind.ODS, None),
    ],
)  # fmt: skip
def test_kind(data: bytes, kind: Kind, problem: str | None) -> None:
    found = sniff(data, "report.xlsx")
    assert (found.kind, found.problem) == (kind, problem)


@pytest.mark.parametrize(
    ("name", "renamed"),
    [("a.csv", False), ("a.xlsx", True), ("a.XLS", True), ("a.txt", False), ("a", False), ("a.dat", False)],
)
def test_a_name_that_claims_another_kind(name: str, renamed: bool) -> None:
    assert sniff(b"a,b\n1,2\n", name).renamed is renamed


def test_a_refused_file_is_not_called_renamed() -> None:
    assert not sniff(b"", "a.xlsx").renamed


def test_many_parts_are_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ENTRIES", 3)
    assert sniff(package({f"xl/{n}.xml": b"x" for n in range(4)}), "a.xlsx").problem == "zip_bomb"
    assert sniff(package({"xl/workbook.xml": b"x", "b": b"", "c": b""}), "a.xlsx").problem is None


def test_large_but_poorly_packed_is_no_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FREE_UNPACKED", 1000)
    noise = bytes(range(256)) * 8
    assert sniff(package({"xl/workbook.xml": noise}), "a.xlsx").problem is None
    assert sniff(package({"xl/workbook.xml": b"0" * 1_000_000}), "a.xlsx").problem == "zip_bomb"


def test_an_encrypted_zip_needs_its_password() -> None:
    data = bytearray(package({"xl/workbook.xml": b"x"}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert sniff(bytes(data), "a.xlsx").problem == "password_protected"


@given(st.binary(max_size=400), st.sampled_from([b"", module.ZIP, module.OLE, b"<html", b"\xff\xfe"]))
def test_any_bytes_have_a_kind(data: bytes, head: bytes) -> None:
    found = sniff(head + data, "a.xlsx")
    assert (found.kind is Kind.UNREADABLE) == (found.problem is not None)

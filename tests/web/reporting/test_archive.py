"""Archives from outside: harmless names, limits, nothing but spreadsheets."""

import zipfile
from pathlib import Path

import pytest

from junheng.web.kit.refusal import Refusal
from junheng.web.reporting import archive
from junheng.web.reporting.archive import unpack_zip
from tests.web.reporting.files import zipped


def _zip(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    return path


def test_names_cannot_lead_out(tmp_path: Path) -> None:
    names = ("../../a.xlsx", "/etc/b.xlsx", "C:\\c.xlsx", "dir/a.xlsx", "报表.xlsx")
    taken, left = unpack_zip(_zip(tmp_path, zipped(dict.fromkeys(names, b"x"))), tmp_path / "out")
    assert [path.name for path in taken] == ["a.xlsx", "b.xlsx", "c.xlsx", "a.xlsx", "报表.xlsx"]
    assert all(path.resolve().is_relative_to((tmp_path / "out").resolve()) for path in taken)
    assert left == []


def test_what_is_no_spreadsheet_is_left_and_told(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.xlsx")
    link.external_attr = 0o120777 << 16
    source = _zip(tmp_path, zipped({"a.exe": b"x", "~$a.xlsx": b"x", ".DS_Store": b"x"}))
    with zipfile.ZipFile(source, "a") as held:
        held.writestr(link, "/etc/passwd")
    taken, left = unpack_zip(source, tmp_path / "out")
    assert taken == []
    assert [one.name for one in left] == ["a.exe", "link.xlsx"]


def test_names_of_old_windows_archives() -> None:
    info = zipfile.ZipInfo("金水区.xlsx".encode("gb18030").decode("cp437"))
    assert archive._name(info) == "金水区.xlsx"


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"x" * 99])
def test_no_archive(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Refusal):
        unpack_zip(_zip(tmp_path, content), tmp_path / "out")


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as held:
        held.writestr("a.xlsx", b"0" * 10_000_000)
    with pytest.raises(Refusal):
        unpack_zip(tmp_path / "bomb.zip", tmp_path / "out")
    monkeypatch.setattr(archive, "MOST_FILES", 1)
    with pytest.raises(Refusal):
        unpack_zip(_zip(tmp_path, zipped({"a.xlsx": b"x", "b.xlsx": b"x"})), tmp_path / "out2")

"""Unpack an uploaded ZIP of workbooks: names made harmless, sizes held to limits, nothing but spreadsheets."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO

from junheng.facts.sniff import EXTENSIONS
from junheng.policy.text import Text
from junheng.web.kit.refusal import Refusal
from junheng.web.reporting.names import safe_name

MOST_FILES = 5000
MOST_UNPACKED = 1024 * 2**20
"""Bytes of all files together."""
MOST_OF_ONE = 100 * 2**20
MOST_RATIO = 300
"""Unpacked to packed; a workbook is packed already and hardly shrinks."""
PIECE = 1 << 20
_LINK = 0o120000


@dataclass(frozen=True, slots=True)
class Left:
    """A file of the archive that was not taken out, and why."""

    name: str
    why: Text


def unpack_zip(source: Path, folder: Path) -> tuple[list[Path], list[Left]]:
    """The workbooks of an archive, each in a numbered folder of its own, and what was left in it.

    Raises:
        Refusal: it is no ZIP, damaged, encrypted, or larger than the limits.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir()]
            _ensure_size(entries)
            taken, left = _sort(entries)
            return [_take(archive, one, folder / f"{at}") for at, one in enumerate(taken, 1)], left
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as fault:
        raise Refusal(
            f"压缩包不能打开（{type(fault).__name__}），请重新打包为普通ZIP后上传。",
            f"The archive cannot be opened ({type(fault).__name__}): pack it again as a plain ZIP.",
            status=422,
        ) from fault


def _ensure_size(entries: list[zipfile.ZipInfo]) -> None:
    unpacked, packed = sum(one.file_size for one in entries), sum(one.compress_size for one in entries)
    if len(entries) > MOST_FILES or unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * max(packed, 1):
        raise Refusal(
            f"压缩包太大：最多{MOST_FILES}个文件、解压后{MOST_UNPACKED // 2**20} MB，压缩比不超过{MOST_RATIO}。",
            f"The archive is too large: at most {MOST_FILES} files, {MOST_UNPACKED // 2**20} MB unpacked, "
            f"{MOST_RATIO} times its size.",
            status=422,
        )
    if any(one.flag_bits & 1 for one in entries):
        raise Refusal(
            "压缩包设有密码，请去掉密码后上传。", "The archive is protected: take the password off.", status=422
        )


def _sort(entries: list[zipfile.ZipInfo]) -> tuple[list[zipfile.ZipInfo], list[Left]]:
    taken, left = [], []
    for one in entries:
        why = _why_left(one)
        if why is None:
            taken.append(one)
        elif not _of_system(one.filename):
            left.append(Left(_name(one), why))
    return taken, left


def _why_left(one: zipfile.ZipInfo) -> Text | None:
    if one.external_attr >> 16 & 0o170000 == _LINK:
        return Text("是链接，不是文件", "a link, not a file")
    if one.file_size > MOST_OF_ONE:
        return Text(f"大于{MOST_OF_ONE // 2**20} MB", f"larger than {MOST_OF_ONE // 2**20} MB")
    if _of_system(one.filename) or PurePath(_name(one)).suffix.lower() not in EXTENSIONS:
        return Text("不是电子表格", "no spreadsheet")
    return None


def _of_system(name: str) -> bool:
    """Droppings of operating systems and open workbooks, not worth a word."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "__MACOSX/" in name or last.startswith(("~$", ".")) or last in {"Thumbs.db", "desktop.ini"}


def _name(one: zipfile.ZipInfo) -> str:
    """The name as its maker saw it: old archives from Windows carry GBK where the standard says CP437."""
    if one.flag_bits & 0x800:
        return safe_name(one.filename)
    try:
        return safe_name(one.filename.encode("cp437").decode("gb18030"))
    except UnicodeError:
        return safe_name(one.filename)


def _take(archive: zipfile.ZipFile, one: zipfile.ZipInfo, folder: Path) -> Path:
    folder.mkdir(parents=True)
    path, size = folder / _name(one), 0
    with archive.open(one) as packed, path.open("wb") as file:
        for piece in _pieces(packed):
            size += len(piece)
            if size > one.file_size:
                raise ValueError(one.filename)
            file.write(piece)
    return path


def _pieces(packed: IO[bytes]) -> Iterator[bytes]:
    while piece := packed.read(PIECE):
        yield piece

"""Check one uploaded workbook: read it, say everything about it, mark it, forget it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from junheng.facts.receipt import Receipt


@dataclass(frozen=True, slots=True)
class Checked:
    """The receipt and the user's own workbook with marked cells; nothing of either is kept."""

    receipt: Receipt
    marked: bytes | None


def check_workbook(name: str, chunks: Iterable[bytes], *, year: int) -> Checked:
    """Read and check a file in a folder that is gone when the answer is.

    ``name`` is what the user called it; only its last part is used, so that it cannot lead out of the folder.
    """
    from junheng.facts import check, mark_workbook, read_files

    with TemporaryDirectory(prefix="junheng-check-") as folder:
        path = Path(folder) / safe_name(name)
        with path.open("wb") as file:
            file.writelines(chunks)
        intake = read_files([path], year=year)
        receipt = intake.receipt.with_findings(check(intake.facts))
        target = Path(folder) / f"marked-{path.stem}.xlsx"
        mark_workbook(path, receipt, target)
        return Checked(receipt, target.read_bytes() if target.exists() else None)


def safe_name(name: str) -> str:
    """The last part of a path as any system writes paths, never empty and never a folder."""
    last = PurePath(name.replace("\\", "/")).name.replace("\0", "")
    return last if last.strip(". ") else "upload"

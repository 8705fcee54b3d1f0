"""The unit's own workbook given back with what the reviewer remarked, in the cells it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from junheng.facts import Receipt, SourceFile, mark_workbook
from junheng.facts.findings import Finding, Outcome
from junheng.policy.messages import Message, catalogue
from junheng.web.reporting.models import Remark, Version
from junheng.web.reporting.ownership import place_at
from junheng.web.reporting.reading import write_out


@dataclass(frozen=True, slots=True)
class Remarked(Finding):
    """A finding whose words a person wrote."""

    @property
    def message(self) -> Message:
        return catalogue("junheng.web.review")[self.code]


def marked_copy(version: Version, number: int, remarks: Sequence[Remark]) -> bytes:
    """The ``number``-th file of a version (from 1) as .xlsx, with remarks marked and listed on a sheet of its own."""
    file = version.files[number - 1]
    with TemporaryDirectory(prefix="junheng-marked-") as folder:
        source = write_out([file], Path(folder))[0]
        target = Path(folder) / "marked.xlsx"
        mark_workbook(source, _receipt(version, file, source.name, remarks), target)
        return target.read_bytes()


def _receipt(version: Version, file: dict[str, object], name: str, remarks: Sequence[Remark]) -> Receipt:
    source = SourceFile(name, str(file["sha256"]), int(str(file["size"])), str(file.get("kind", "")))
    known = {str(one["name"]) for one in version.files}
    own = [one for one in remarks if one.file == file["name"] or one.file not in known]
    return Receipt((source,), {}, 0, tuple(_finding(one, name) for one in own))


def _finding(remark: Remark, name: str) -> Finding:
    code = "reviewer_remark" if remark.sheet or remark.cell else "reviewer_comment"
    return Remarked(code, Outcome.REJECTED, place_at(name, remark.sheet, remark.cell), {"text": remark.text})

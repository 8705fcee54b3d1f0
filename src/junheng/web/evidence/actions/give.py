"""Hand in files for an item."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Count, Sum

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.evidence import limits
from junheng.web.evidence.actions.move import moving, person, step
from junheng.web.evidence.models import Attachment, Case, CaseState
from junheng.web.evidence.sniff import examine
from junheng.web.kit.refusal import Refusal
from junheng.web.kit.store import put
from junheng.web.portal.actions.check_workbook import safe_name

NAME = 120
"""Characters of a name that are kept, from its end."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was looked at and found good."""

    name: str
    kind: str
    content: bytes


def take(files: Iterable[UploadedFile[Any]]) -> list[Taken]:
    """Look at every file.

    Raises:
        Refusal: (422) with the fault of every file that is not taken; then none is.
    """
    good, faults = [], []
    for file in files:
        name = clean(file.name or "")
        try:
            good.append(_taken(name, file))
        except Refusal as fault:
            faults.append(fault.why)
    if faults:
        raise Refusal("".join(one.zh for one in faults), " ".join(one.en for one in faults), status=422)
    if not good:
        raise Refusal("请选择要提交的文件。", "Choose the files to hand in.", status=422)
    return good


def _taken(name: str, file: UploadedFile[Any]) -> Taken:
    if (file.size or 0) > limits.file_limit():
        megabytes = limits.file_limit() // limits.MB
        raise Refusal(f"“{name}”超过{megabytes}MB。", f"“{name}” is larger than {megabytes} MB.", status=422)
    content = b"".join(file.chunks())
    return Taken(name, examine(name, content).id, content)


def clean(name: str) -> str:
    """The last part of a name without anything that does not print (controls, text direction), not too long."""
    return "".join(one for one in safe_name(name) if one.isprintable())[-NAME:] or "upload"


def give(
    actor: Actor, organisation: Organisation, year: int, item: str, files: Sequence[UploadedFile[Any]], *, revision: int
) -> Case:
    """All files or none. The case then waits for the inspector."""
    taken = take(files)
    with moving(actor, organisation, year, item, revision=revision, action="give") as case:
        _room(case, taken)
        for one in taken:
            sha256, size = put([one.content])
            Attachment(case=case, name=one.name, kind=one.kind, size=size, sha256=sha256, by_id=person(actor)).save()
        step(actor, case, "give", CaseState.GIVEN, said={"files": len(taken)})
    return case


def _room(case: Case, taken: Sequence[Taken]) -> None:
    held = case.attachments.filter(withdrawn_at=None).aggregate(files=Count("pk"), size=Sum("size"))
    files = held["files"] + len(taken)
    size = (held["size"] or 0) + sum(len(one.content) for one in taken)
    if files > limits.case_files() or size > limits.case_limit():
        megabytes = limits.case_limit() // limits.MB
        raise Refusal(
            f"每项佐证最多{limits.case_files()}个文件、共{megabytes}MB。",
            f"An item takes at most {limits.case_files()} files and {megabytes} MB together.",
            status=422,
        )

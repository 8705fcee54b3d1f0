"""Read what somebody wants to hand in and say everything about it; nothing of it reaches the database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from junheng.facts import Facts, Receipt, mark_workbook
from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.reporting import staging
from junheng.web.reporting.changes import changes
from junheng.web.reporting.earlier import current_facts, last_year
from junheng.web.reporting.lifecycle import why_not
from junheng.web.reporting.models import RoundState, Submission
from junheng.web.reporting.reading import Read, of_unit, read_unit
from junheng.web.reporting.staging import Given, Staged
from junheng.web.reporting.timing import ensure_open_to

MOST_FILES = 20
DRAFT, CORRECTION = "draft", "correction"


@dataclass(frozen=True, slots=True)
class Preview:
    """``marked`` are copies of the files with their faults marked, one for each file that was understood."""

    token: str
    receipt: Receipt
    marked: tuple[Path, ...]
    staged: Staged


def preview(
    actor: Actor,
    submission: Submission,
    files: Iterable[Given],
    *,
    revision: int,
    way: str = "upload",
    purpose: str = DRAFT,
) -> Preview:
    """Read the files for a submission as it was seen. ``purpose`` is a draft, or a correction of what is locked.

    Raises:
        NotAllowed: the person may not report for this organisation.
        Stale: the submission was moved since the page was opened.
        Refusal: the round takes nothing now, or no file came.
    """
    ensure_may(actor, submission, purpose)
    if submission.revision != revision:
        raise Stale
    given = list(files)
    if not given:
        raise Refusal("请选择至少一个文件。", "Choose at least one file.", status=422)
    if len(given) > MOST_FILES:
        raise Refusal(f"一次最多{MOST_FILES}个文件。", f"At most {MOST_FILES} files at once.", status=422)
    folder, paths = staging.receive(given)
    before = last_year(submission)
    read = read_unit(paths, submission.organisation, submission.round.year, previous=before)
    seen = {"user": actor.user_id, "submission": submission.pk, "revision": revision, "way": way, "purpose": purpose}
    kept = {**seen, "files": _files(read.receipt, paths, folder), **_said(read, submission, before)}
    staged = staging.keep(folder, kept)
    return Preview(staged.token, read.receipt, _mark(staged, read.receipt), staged)


def ensure_may(actor: Actor, submission: Submission, purpose: str = DRAFT) -> None:
    """Raises NotAllowed or Refusal with the reason why nothing can be handed in now."""
    if purpose == CORRECTION:
        if not actor.may("report.correct", submission.organisation.path):
            raise NotAllowed("您的角色不能申请更正。", "Your role does not ask for corrections.")
        if submission.round.state != RoundState.LOCKED:
            raise Refusal("尚未锁定，无须申请更正，请直接修改。", "It is not locked: change it directly.")
        return
    path = submission.organisation.path
    if not (actor.may("report.fill", path) or actor.may("round.manage", path)):
        raise NotAllowed("您的角色不能为这个单位填报。", "Your role does not report for this organisation.")
    why = why_not(actor, submission, "draft")
    if why is not None:
        raise Refusal(why.zh, why.en)
    ensure_open_to(submission)


def _files(receipt: Receipt, paths: Sequence[Path], folder: Path) -> list[dict[str, Any]]:
    return [
        {
            "name": one.name,
            "sha256": one.sha256,
            "size": one.size,
            "kind": one.kind,
            "path": path.relative_to(folder).as_posix(),
        }
        for one, path in zip(receipt.files, paths, strict=True)
    ]


def _said(read: Read, submission: Submission, before: Facts | None) -> dict[str, Any]:
    """What was found out, as JSON."""
    held, own = current_facts(submission), of_unit(read.facts, submission.organisation.code)
    empty = all(frame.is_empty() for frame in own.tables.values())
    return {
        "receipt": read.receipt.to_dict(),
        "given": read.given,
        "asked": read.asked,
        "empty": empty,
        "since_version": None if held is None or empty else changes(held, own),
        "since_year": None if before is None or empty else changes(before, own),
    }


def _mark(staged: Staged, receipt: Receipt) -> tuple[Path, ...]:
    """A marked copy of every file that was understood and about which there is something to say."""
    spoken_of = {one.place.file for one in receipt.findings}
    made = []
    for number, (source, path) in enumerate(zip(receipt.files, staged.paths(), strict=True), 1):
        if source.kind != "unreadable" and source.name in spoken_of:
            target = staged.marked(number)
            target.parent.mkdir(exist_ok=True)
            mark_workbook(path, receipt, target)
            made.append(target)
    return tuple(made)

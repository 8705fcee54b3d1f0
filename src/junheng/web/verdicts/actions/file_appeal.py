"""File an appeal against a published verdict, with the files that support it."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Protocol

from django.db import IntegrityError, transaction

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record as audit
from junheng.web.kit import store
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.verdicts.appealing import why_not
from junheng.web.verdicts.models import Appeal, AppealState, Attachment, Record

FILES, LONGEST, NAME = 5, 5000, 200
HEADS = {
    ".pdf": (b"%PDF-",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".xlsx": (b"PK\x03\x04",),
    ".docx": (b"PK\x03\x04",),
}
"""What may be attached, and how the content of such a file begins."""


class Upload(Protocol):
    """A file as Django hands it over."""

    name: str | None

    def chunks(self) -> Iterable[bytes]: ...


def file_appeal(actor: Actor, record: Record, *, reason: str, files: Sequence[Upload] = ()) -> Appeal:
    """Raises:
    NotAllowed: the verdict is not on the actor's county.
    Refusal: the verdict is superseded, the term is over, an appeal is open, the reason or a file will not do.
    """
    if actor.user_id is None or not actor.may("verdict.appeal", record.organisation.path):
        raise NotAllowed("只有本区县的审核员能提出申诉。", "Only the county's own reviewer appeals.")
    said = reason.strip()
    if not said or len(said) > LONGEST:
        raise Refusal("请填写申诉理由（不超过5000字）。", "Give the reason (at most 5000 characters).", status=422)
    if why := why_not(record):
        raise Refusal(why.zh, why.en)
    if len(files) > FILES:
        raise Refusal(f"附件不超过{FILES}个。", f"At most {FILES} files.", status=422)
    kept = [(_name(one), *store.put(_sniffed(one))) for one in files]
    try:
        with transaction.atomic():
            appeal = Appeal.objects.create(record=record, reason=said, filed_by_id=actor.user_id)
            Attachment.objects.bulk_create(
                Attachment(appeal=appeal, name=name, sha256=sha256, size=size) for name, sha256, size in kept
            )
            after = {"state": str(AppealState.FILED), "files": [sha256 for _name, sha256, _size in kept]}
            audit(actor, "appeal.file", f"verdict:{record.number}", path=record.organisation.path, after=after)
    except IntegrityError as fault:
        raise Refusal("这份结论已有一件申诉正在办理。", "An appeal against this verdict is open already.") from fault
    return appeal


def _name(one: Upload) -> str:
    """The last part of the name, short enough to keep, with its ending."""
    name = PurePath((one.name or "").replace("\\", "/").replace("\0", "")).name
    suffix = PurePath(name).suffix
    return name if len(name) <= NAME else name[: NAME - len(suffix)] + suffix


def _sniffed(one: Upload) -> Iterable[bytes]:
    """The content, if it begins as its ending promises."""
    heads = HEADS.get(PurePath(_name(one)).suffix.lower())
    first = True
    for chunk in one.chunks():
        if heads is None or (first and not chunk.startswith(heads)):
            raise _refused()
        first = False
        yield chunk
    if first:
        raise _refused()


def _refused() -> Refusal:
    kinds = "、".join(one[1:].upper() for one in HEADS if one != ".jpeg")
    return Refusal(
        f"附件只收 {kinds}，且内容须与扩展名相符、不为空。",
        f"Files are {kinds.replace('、', ', ')}, not empty, and what their ending says.",
        status=422,
    )

"""Confirm a preview: the files go into the store, a version and its step into the database, once."""

from django.db import transaction
from django.http import Http404

from junheng.web.accounts.reach import Actor
from junheng.web.kit import store
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.reporting import staging
from junheng.web.reporting.actions.preview import CORRECTION, DRAFT, ensure_may
from junheng.web.reporting.lifecycle import move
from junheng.web.reporting.models import Submission, Version
from junheng.web.reporting.staging import Staged


def confirm(actor: Actor, token: str, *, checked: bool = False) -> Version:
    """The version that a preview becomes; confirming it again gives the same one.

    ``checked`` says that the person has looked at the warnings. The content is stored before the rows are written: a
    process killed in between leaves a file that nothing refers to, and confirming again makes the one version.

    Raises:
        Refusal: the preview is gone, something in it was rejected, or the warnings were not confirmed.
        Stale: the submission was moved since.
    """
    done = _made(actor, token)
    if done is not None:
        return done
    staged = staging.open_staged(token, actor.user_id)
    if staged.said["purpose"] != DRAFT:
        raise Refusal("这是一份更正，请填写更正理由。", "This is a correction: give its reason.", status=422)
    store_files(staged, checked=checked)
    with transaction.atomic():
        version = version_of(actor, staged)
        if version.submission.current_id != version.pk:
            move(actor, version.submission_id, "draft", revision=staged.said["revision"], version=version)
    staging.discard(staged.folder)
    return version


def store_files(staged: Staged, *, checked: bool) -> None:
    """Keep the content of what may be confirmed; before any transaction, so that nobody waits for the disk."""
    _ensure_clean(staged, checked)
    for one, path in zip(staged.said["files"], staged.paths(), strict=True):
        _store(path.read_bytes(), one["sha256"])


def version_of(actor: Actor, staged: Staged) -> Version:
    """The row of a stored upload, made if it is not there yet. Call it inside the transaction of the move."""
    said = staged.said
    rows = Submission.objects.everything("reach and role are asked of the row").select_for_update(of=("self",))
    held = rows.select_related("round", "organisation__parent__parent").filter(pk=said["submission"]).first()
    if held is None:
        raise Http404
    made = held.versions.filter(token=said["id"]).first()
    if made is not None:
        return made
    if held.revision != said["revision"]:
        raise Stale
    ensure_may(actor, held, said["purpose"])
    last = held.versions.order_by("-number").values_list("number", flat=True).first() or 0
    return Version.objects.create(
        submission=held,
        number=last + 1,
        way=said["way"],
        files=[{name: one[name] for name in ("name", "sha256", "size", "kind")} for one in said["files"]],
        receipt=said["receipt"],
        token=said["id"],
        given=said["given"],
        asked=said["asked"],
        made_by_id=actor.user_id,
    )


def correction_of(actor: Actor, token: str, *, checked: bool = False) -> Version:
    """The version that a correction proposes, not yet in force. Call it inside the transaction that asks for it."""
    staged = staging.open_staged(token, actor.user_id)
    if staged.said["purpose"] != CORRECTION:
        raise Refusal("这不是一份更正。", "This is no correction.", status=422)
    store_files(staged, checked=checked)
    return version_of(actor, staged)


def _made(actor: Actor, token: str) -> Version | None:
    """What this person has made of the preview already."""
    rows = Version.objects.everything("own version, found by its token").select_related("submission")
    return rows.filter(token=staging.number_of(token), made_by_id=actor.user_id).first()


def _ensure_clean(staged: Staged, checked: bool) -> None:
    counts = staged.said["receipt"]["counts"]
    if counts["rejected"]:
        raise Refusal(
            f"有{counts['rejected']}处退回，须改正后重新上传。",
            f"{counts['rejected']} rejected: mend and upload again.",
        )
    if counts["warned"] and not checked:
        raise Refusal(
            f"有{counts['warned']}条提醒，请核对后勾选“我已核对”。",
            f"{counts['warned']} warnings: check them and tick that you have.",
            status=422,
        )


def _store(content: bytes, sha256: str) -> None:
    if store.put([content])[0] != sha256:
        raise Refusal("暂存的文件已损坏，请重新上传。", "The waiting file was damaged: upload it again.", status=410)

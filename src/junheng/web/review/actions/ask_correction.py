"""Ask for what is locked to be corrected, or what was missing then to be added: a version that waits, and why."""

from django.db import transaction

from junheng.web.accounts.models import Kind
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.reporting.actions.confirm import correction_of
from junheng.web.reporting.models import Correction, CorrectionState, RoundState, Version
from junheng.web.review import queries


def ask_correction(actor: Actor, token: str, *, reason: str, checked: bool = False) -> Correction:
    """The correction that a preview becomes; asking twice with one preview is once. What is locked stays as it is.

    Raises:
        NotAllowed: not for this organisation.
        Refusal: the preview is gone or faulty, the round is not locked, another waits, or no reason is given.
    """
    if not reason.strip():
        raise Refusal("请写明更正理由。", "Say why it should be corrected.", status=422)
    with transaction.atomic():
        return correct_with(actor, correction_of(actor, token, checked=checked), reason=reason)


def correct_with(actor: Actor, version: Version, *, reason: str) -> Correction:
    """The correction that proposes a version. Call it in the transaction that made the version."""
    made = queries.correction_with(version)
    if made is not None:
        return made
    held = queries.submission_held(version.submission_id)
    if actor.user_id is None or not actor.may("report.correct", held.organisation.path):
        raise NotAllowed("您的角色不能为这个单位申请更正。", "Your role does not ask for corrections here.")
    if held.round.state != RoundState.LOCKED:
        raise Refusal("尚未锁定，无须申请更正，请直接修改。", "It is not locked: change it directly.")
    if queries.waiting_correction(held) is not None:
        raise Refusal(
            "已有一份更正申请在办理中；要换一份请先撤回。",
            "A correction is waiting already: withdraw it to bring another.",
        )
    asked = CorrectionState.ASKED if held.organisation.kind == Kind.SCHOOL else CorrectionState.SUPPORTED
    one = Correction.objects.create(
        submission=held, version=version, reason=reason.strip(), state=asked, asked_by_id=actor.user_id
    )
    record(
        actor,
        "correction.ask",
        f"correction:{one.pk}",
        path=held.organisation.path,
        after={"submission": held.pk, "version": version.number, "state": str(asked)},
        reason=reason.strip(),
    )
    return one

"""The life of a submission: who may move it where, and the one way to move it.

The table of moves is data (``lifecycle.yaml``). :func:`why_not` answers for a page what :func:`move` would say;
:func:`who_next` names whose turn it is. Every move leaves one step, its remarks and one event of the audit chain; a
refused move leaves nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from junheng.policy.text import Text
from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.accounts.roles import roles
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.reporting.mending import mending
from junheng.web.reporting.models import Remark, RoundState, State, Step, Submission, Version
from junheng.web.reporting.moves import TIER, By, Move, role_title, table

DONE_BEFORE = Text("批次尚未开始", "The round has not begun")
CLOSED = Text("填报已截止，无待办", "Reporting has closed: nothing is due")
NOT_LOCKED = Text(
    "锁定时没有数据，无待办；需要补报请申请更正",
    "Nothing was there at the lock and nothing is due. Ask for a correction to add it",
)


@dataclass(frozen=True, slots=True)
class Note:
    """A remark to leave at a place of the workbook; no cell means the sheet, no sheet the file."""

    text: str
    file: str = ""
    sheet: str = ""
    cell: str = ""
    field: str = ""


def move(
    actor: Actor,
    submission_id: int,
    verb: str,
    *,
    revision: int,
    version: Version | None = None,
    comment: str = "",
    remarks: Iterable[Note] = (),
    said: Mapping[str, object] | None = None,
) -> Submission:
    """Make a move on the state that was seen (``revision``); ``version`` becomes the current one.

    ``said`` is told to the audit trail beside the new state.

    Raises:
        Http404: the actor does not see this submission.
        NotAllowed: not this role, not this level, or not the same person twice.
        Stale: somebody has moved it since.
        Refusal: the states do not allow it, or a version or a reason is missing.
    """
    one, notes = table().moves[verb], [note for note in remarks if note.text.strip()]
    with transaction.atomic():
        held = _locked(submission_id)
        _see(actor, held)
        if held.revision != revision:
            raise Stale
        _permit(actor, held, one, version)
        _enough(held, one, version, comment, notes)
        before = _said(held)
        after = _after(held, one)
        if version is not None:
            held.current = version
        step = Step.objects.create(
            submission=held,
            version=held.current,
            verb=verb,
            before=held.state,
            after=after,
            by_id=actor.user_id,
            comment=comment.strip(),
        )
        Remark.objects.bulk_create(
            Remark(
                step=step, file=note.file, sheet=note.sheet, cell=note.cell, field=note.field, text=note.text.strip()
            )
            for note in notes
        )
        held.state, held.revision, held.changed = after, held.revision + 1, timezone.now()
        held.save()
        record(
            actor,
            f"submission.{verb}",
            f"submission:{held.pk}",
            path=held.organisation.path,
            before=before,
            after={**_said(held), "remarks": len(notes), **(said or {})},
            reason=comment.strip(),
        )
    return held


def why_not(actor: Actor, submission: Submission, verb: str) -> Text | None:
    """Why this person cannot make this move now; None when nothing stands against it."""
    try:
        _permit(actor, submission, table().moves[verb])
    except Refusal as refusal:
        return refusal.why
    return None


def who_next(submission: Submission) -> Text:
    """Whose turn it is, as organisation, role and deed."""
    state, round_state = submission.state, submission.round.state
    if round_state == RoundState.PLANNED:
        return DONE_BEFORE
    if state == State.LOCKED:
        return Text("已锁定，无待办；需要改动请申请更正", "Locked: nothing is due. Ask for a correction to change it")
    if state == State.SUBMITTED:
        return _turn(submission, _tier(submission), "approve")
    if state == State.APPROVED:
        return _turn(submission, "city", "lock")
    if _stands(submission) in table().moves["submit"].sources.get(round_state, ()) or round_state == RoundState.OPEN:
        return _turn(submission, submission.organisation.kind, "submit")
    return NOT_LOCKED if round_state == RoundState.LOCKED else CLOSED


def approvers(submission: Submission) -> set[int | None]:
    """Who has approved what was last handed in."""
    return {step.by_id for step in _since_submit(submission) if step.verb == "approve"}


def _locked(submission_id: int) -> Submission:
    rows = Submission.objects.everything("reach is asked of the row itself").select_for_update(of=("self",))
    held = rows.select_related("organisation", "round", "current").filter(pk=submission_id).first()
    if held is None:
        raise Http404
    return held


def _see(actor: Actor, submission: Submission) -> None:
    if actor != SYSTEM and not actor.may("report.see", submission.organisation.path):
        raise Http404


def _permit(actor: Actor, submission: Submission, one: Move, version: Version | None = None) -> None:
    """Role and level first, then the states, then the person: the first that stands against it is told."""
    _right_role(actor, submission, one)
    _right_state(submission, one)
    if one.four_eyes:
        _other_eyes(actor, submission, version)
    if one.untouched and approvers(submission):
        raise Refusal(
            "审核已经开始，不能撤回；可请审核员退回。", "The review has begun: ask the reviewer to return it."
        )


def _right_role(actor: Actor, submission: Submission, one: Move) -> None:
    if one.program and actor == SYSTEM:
        return
    if not any(_holds(actor, submission, by) for by in one.by):
        who = _turn(submission, _level(submission, one.by[0]), one.verb)
        raise NotAllowed(f"这一步不由您办理：{who.zh}。", f"This is not yours to do: {who.en}.")


def _holds(actor: Actor, submission: Submission, by: By) -> bool:
    if by.states and submission.state not in by.states:
        return False
    path, level = submission.organisation.path, _level(submission, by) if by.level else ""
    grants = (one for one in actor.having(by.verb) if one.covers(path))
    return any(not level or roles()[one.role].level == level for one in grants)


def _right_state(submission: Submission, one: Move) -> None:
    round_state = submission.round.state
    if round_state not in one.sources:
        said = RoundState(round_state).label
        raise Refusal(
            f"本批次{said}，不能{one.title.zh}。", f"The round is {round_state}: one cannot {one.title.en} now."
        )
    if _stands(submission) not in one.sources[round_state]:
        said = State(submission.state).label
        raise Refusal(
            f"当前状态为“{said}”，不能{one.title.zh}。", f"It is {submission.state}: one cannot {one.title.en} now."
        )


def _stands(submission: Submission) -> State:
    """Its state; after the freeze a draft made of what was returned is still what was returned."""
    if submission.round.state == RoundState.FROZEN and submission.state == State.DRAFT and mending(submission):
        return State.RETURNED
    return State(submission.state)


def _other_eyes(actor: Actor, submission: Submission, version: Version | None) -> None:
    """Nobody approves what is their own work, and nobody twice. A correction stands for itself."""
    steps = _since_submit(submission) if version is None else []
    held = version or submission.current
    if actor.user_id in {step.by_id for step in steps if step.verb == "submit"} | {held and held.made_by_id}:
        raise NotAllowed(
            "这一版由您本人填报或提交，须由另一人审核。",
            "You made or handed in this version yourself: somebody else has to approve it.",
        )
    if actor.user_id in {step.by_id for step in steps if step.verb == "approve"}:
        raise NotAllowed("您已审核过这一版，须由另一人复核。", "You have approved this version already.")


def _enough(held: Submission, one: Move, version: Version | None, comment: str, notes: list[Note]) -> None:
    if one.reason and not notes and not comment.strip():
        raise Refusal(
            "请写明退回原因，或至少标注一个单元格。", "Say why, or leave a remark on at least one cell.", status=422
        )
    if version is not None:
        _fits(held, one, version)
    elif one.version == "new" or (one.version == "newer" and not _mended(held)):
        raise Refusal(
            "没有新的数据可交：请先上传或填写。", "There is nothing new to hand in: upload or type first.", status=422
        )


def _fits(held: Submission, one: Move, version: Version) -> None:
    if not one.version:
        raise ValueError(f"{one.verb} brings no version")
    newer = held.current is None or version.number > held.current.number
    if version.submission_id != held.pk or not newer:
        raise Refusal(
            "这一版数据不属于本次填报，或已过时。", "This version belongs elsewhere or is out of date.", status=422
        )


def _mended(held: Submission) -> bool:
    """Whether there is a current version that has not been returned."""
    last = held.steps.filter(verb="return").last()
    return held.current_id is not None and (last is None or last.version_id != held.current_id)


def _after(held: Submission, one: Move) -> State:
    """Where a move leads; an approval leads on only when it is the last that was needed."""
    if one.verb == "approve" and len(approvers(held)) + 1 < len(_tiers(held)):
        return State(held.state)
    return one.to


def _said(held: Submission) -> dict[str, object]:
    version = held.current.number if held.current else None
    return {"state": str(held.state), "revision": held.revision, "version": version}


def _tiers(submission: Submission) -> tuple[str, ...]:
    return table().tiers[submission.organisation.kind]


def _tier(submission: Submission) -> str:
    """The level whose approval is due, or was the last."""
    levels = _tiers(submission)
    if len(levels) == 1 or submission.state != State.SUBMITTED:
        return levels[-1]
    return levels[len(approvers(submission))]


def _level(submission: Submission, by: By) -> str:
    if by.level == TIER:
        return _tier(submission)
    return by.level or submission.organisation.kind


def _turn(submission: Submission, level: str, verb: str) -> Text:
    one = table().moves[verb]
    role = role_title(level, next(by.verb for by in one.by if by.level in {"", TIER, level}))
    where = _above(submission.organisation, level)
    return Text(
        f"待{where.name}{role.zh}{one.title.zh}", f"{role.en} of {where.name_en or where.name} to {one.title.en}"
    )


def _above(organisation: Organisation, level: str) -> Organisation:
    while organisation.kind != level and organisation.parent is not None:
        organisation = organisation.parent
    return organisation


def _since_submit(submission: Submission) -> list[Step]:
    """The steps since what is current was last handed in, that step first."""
    steps = list(submission.steps.all())
    last = max((at for at, step in enumerate(steps) if step.verb == "submit"), default=len(steps))
    return steps[last:]

"""Hand the current version over for review, or take it back while nobody has begun."""

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal
from junheng.web.reporting import queries
from junheng.web.reporting.lifecycle import Note, move, why_not
from junheng.web.reporting.models import Remark, Submission
from junheng.web.reporting.timing import ensure_open, ensure_open_to
from junheng.web.reporting.unchanged import Kept, Unchanged
from junheng.web.reporting.unchanged import unchanged as cells_unchanged


def submit(
    actor: Actor, submission_id: int, *, revision: int, comment: str = "", unchanged: bool = False
) -> Submission:
    """Hand it in. What the form asks for and is blank is told on the page, and does not stand against it.

    ``unchanged`` says that what was returned and not changed since has been looked at and is right: it is remarked on
    the step for the reviewer, and named in the audit trail.

    Raises:
        Http404: out of reach. NotAllowed, Stale, Refusal: as :func:`~junheng.web.reporting.lifecycle.move`; also when
            the round takes nothing now or there is no version. Unchanged: returned cells are as they were.
    """
    held = queries.submission_of(actor, submission_id)
    ensure_open_to(held)
    if held.current is None:
        raise Refusal(
            "还没有可提交的数据：请先上传或填写并确认。", "Nothing to hand in yet: upload or type first.", status=422
        )
    kept = _kept(actor, held) if held.revision == revision else []
    if kept and not unchanged:
        raise Unchanged(kept)
    return move(
        actor,
        submission_id,
        "submit",
        revision=revision,
        comment=comment,
        remarks=[_again(one.remark) for one in kept],
        said={"unchanged": [one.place.zh for one in kept]} if kept else None,
    )


def _again(one: Remark) -> Note:
    return Note(one.text, one.file, one.sheet, one.cell, one.field)


def _kept(actor: Actor, held: Submission) -> list[Kept]:
    """What was returned and is as it was; nobody who may not hand it in is told."""
    if why_not(actor, held, "submit") is not None:
        return []
    return cells_unchanged(held, queries.last_return(held))


def withdraw(actor: Actor, submission_id: int, *, revision: int, comment: str = "") -> Submission:
    """Take it back to mend it, while the review has not begun."""
    ensure_open(queries.submission_of(actor, submission_id).round)
    return move(actor, submission_id, "withdraw", revision=revision, comment=comment)

"""Hand the current version over for review, or take it back while nobody has begun."""

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal
from junheng.web.reporting import queries
from junheng.web.reporting.lifecycle import move
from junheng.web.reporting.models import Submission
from junheng.web.reporting.timing import ensure_open, ensure_open_to


def submit(actor: Actor, submission_id: int, *, revision: int, comment: str = "") -> Submission:
    """Hand it in. What the form asks for and is blank is told on the page, and does not stand against it.

    Raises:
        Http404: out of reach. NotAllowed, Stale, Refusal: as :func:`~junheng.web.reporting.lifecycle.move`; also when
            the round takes nothing now or there is no version.
    """
    held = queries.submission_of(actor, submission_id)
    ensure_open_to(held)
    if held.current is None:
        raise Refusal(
            "还没有可提交的数据：请先上传或填写并确认。", "Nothing to hand in yet: upload or type first.", status=422
        )
    return move(actor, submission_id, "submit", revision=revision, comment=comment)


def withdraw(actor: Actor, submission_id: int, *, revision: int, comment: str = "") -> Submission:
    """Take it back to mend it, while the review has not begun."""
    ensure_open(queries.submission_of(actor, submission_id).round)
    return move(actor, submission_id, "withdraw", revision=revision, comment=comment)

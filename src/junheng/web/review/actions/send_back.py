"""Send a submission back, with the cells that are doubted and why."""

from collections.abc import Iterable

from junheng.web.accounts.reach import Actor
from junheng.web.reporting.lifecycle import Note, move
from junheng.web.reporting.models import Submission


def send_back(
    actor: Actor, submission_id: int, *, revision: int, comment: str = "", notes: Iterable[Note] = ()
) -> Submission:
    """Return the version that was seen. Refusals as of :func:`~junheng.web.reporting.lifecycle.move`; also without
    any reason."""
    return move(actor, submission_id, "return", revision=revision, comment=comment, remarks=notes)

"""What was returned may be mended to the end: neither the deadline nor the freeze stands against it."""

from junheng.web.reporting.models import State, Submission

TURNS = ("submit", "withdraw", "return", "approve")
"""Moves after which a report is somebody else's, or its own reporter's again."""


def mending(submission: Submission) -> bool:
    """Whether it was returned and has not been handed in again since; a draft made of it counts."""
    if submission.state == State.RETURNED:
        return True
    if submission.state != State.DRAFT:
        return False
    last = submission.steps.filter(verb__in=TURNS).order_by("-pk").values_list("verb", flat=True).first()
    return last == "return"

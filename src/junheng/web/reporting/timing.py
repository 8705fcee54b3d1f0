"""Whether a round takes anything from schools now: opened, not frozen, and within its days; or it was returned."""

from datetime import datetime

from django.utils import timezone

from junheng.policy.text import Text
from junheng.web.kit.refusal import Refusal
from junheng.web.reporting.mending import mending
from junheng.web.reporting.models import Round, RoundState, Submission


def closed(held: Round) -> Text | None:
    """Why nothing is taken now; None while the round is open. The deadline closes it without anyone's doing."""
    now = timezone.now()
    if held.state == RoundState.OPEN and held.opens <= now <= held.deadline:
        return None
    if held.state == RoundState.LOCKED:
        return Text("本批次已锁定，改动须申请更正。", "The round is locked: ask for a correction.")
    if held.state == RoundState.PLANNED or now < held.opens:
        return Text(f"本批次{_day(held.opens)}开始填报。", f"The round begins on {_day(held.opens)}.")
    if held.state == RoundState.FROZEN:
        return Text(
            "本批次已截止冻结，只有被退回的填报可以修改后再提交；需要补报请联系市级统计员延期。",
            "The round is frozen: only what was returned is taken again. Ask the city statistician to extend it.",
        )
    return Text(
        f"填报已于{_day(held.deadline)}截止，只有被退回的填报可以修改后再提交；需要补报请联系市级统计员延期。",
        f"Reporting closed on {_day(held.deadline)}: only what was returned is taken again. "
        "Ask the city statistician to extend it.",
    )


def closed_to(submission: Submission) -> Text | None:
    """Why nothing is taken for one submission now. What was returned is taken until the round is locked."""
    held = submission.round
    ended = held.state == RoundState.FROZEN or (held.state == RoundState.OPEN and timezone.now() > held.deadline)
    return None if ended and mending(submission) else closed(held)


def ensure_open_to(submission: Submission) -> None:
    """Raises Refusal when nothing is taken for this submission now."""
    why = closed_to(submission)
    if why is not None:
        raise Refusal(why.zh, why.en)


def ensure_open(held: Round) -> None:
    """Raises Refusal when the round takes nothing now."""
    why = closed(held)
    if why is not None:
        raise Refusal(why.zh, why.en)


def _day(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"

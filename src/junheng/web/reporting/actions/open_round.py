"""Open the collection of a school year: one submission for every active school and county."""

from datetime import datetime

from django.db import IntegrityError, transaction

from junheng.policy import PolicyError, load_standard
from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.reporting import queries
from junheng.web.reporting.models import Round, RoundState, Submission

FIRST, LAST = 2000, 2100


def open_round(
    actor: Actor,
    year: int,
    opens: datetime,
    deadline: datetime,
    standard: str = "jiaodu-2017-6",
    *,
    synthetic: bool = False,
) -> Round:
    """Make the round and its response board. It takes reports from ``opens`` to ``deadline``.

    Raises:
        NotAllowed: only whoever manages rounds.
        Refusal: the year has a round, the days are the wrong way round, or there is no such standard.
    """
    ensure_manager(actor)
    if not FIRST <= year <= LAST:
        raise Refusal("学年应为2000至2100之间的年份。", "The school year lies between 2000 and 2100.", status=422)
    ensure_days(opens, deadline)
    ensure_standard(standard)
    try:
        with transaction.atomic():
            held = Round.objects.create(
                year=year, standard=standard, state=RoundState.OPEN, opens=opens, deadline=deadline, synthetic=synthetic
            )
            number = ask_all(held)
            after = {"year": year, "standard": standard, "opens": opens.isoformat(), "deadline": deadline.isoformat()}
            record(actor, "round.open", f"round:{held.pk}", after={**after, "submissions": number})
    except IntegrityError:
        raise Refusal(f"{year}—{year + 1}学年已有批次。", f"There is a round for {year}–{year + 1} already.") from None
    return held


def ask_all(held: Round) -> int:
    """A submission for every active school and county that has none yet in this round; how many there are then."""
    asked = [Submission(round=held, organisation=one) for one in queries.reporting_organisations()]
    Submission.objects.bulk_create(asked, batch_size=500, ignore_conflicts=True)
    return len(asked)


def ensure_manager(actor: Actor) -> None:
    if actor != SYSTEM and not actor.may("round.manage"):
        raise NotAllowed("只有市级统计员管理填报批次。", "Only the city statistician manages rounds.")


def ensure_days(opens: datetime, deadline: datetime) -> None:
    if deadline <= opens:
        raise Refusal("截止时间应晚于开始时间。", "The deadline comes after the beginning.", status=422)


def ensure_standard(standard: str) -> None:
    try:
        load_standard(standard)
    except (PolicyError, OSError, KeyError, ValueError):
        raise Refusal("没有这个标准。", "There is no such standard.", status=422) from None

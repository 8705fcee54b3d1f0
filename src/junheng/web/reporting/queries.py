"""Every query of reporting. Rows of organisations come through the reach of whoever asks."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta

from django.db.models import Case, Count, IntegerField, Max, OuterRef, Prefetch, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from junheng.policy.text import Text
from junheng.web.accounts.access import grants_of
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.roles import roles
from junheng.web.operations.models import Job, JobState
from junheng.web.reporting.models import (
    Correction,
    CorrectionState,
    Remark,
    Reminder,
    Round,
    RoundState,
    State,
    Step,
    Submission,
    Version,
)

SEE = "report.see"
UP = "organisation__parent__parent"
WAITING = (State.MISSING, State.DRAFT, State.RETURNED)
"""States in which the next step is the reporter's."""


def rounds() -> list[Round]:
    """All rounds, newest first; that a round is held is no secret inside."""
    return list(Round.objects.all())


def round_of(round_id: int) -> Round:
    return get_object_or_404(Round, pk=round_id)


def round_counts() -> dict[int, Counter[str]]:
    """Submissions by round and state, of the whole city: for whoever manages rounds."""
    rows = Submission.objects.everything("only counts, for the page of whoever manages rounds").order_by()
    found: dict[int, Counter[str]] = {}
    for round_id, state, number in rows.values_list("round_id", "state").annotate(Count("pk")):
        found.setdefault(round_id, Counter())[state] = number
    return found


def snapshot_path(year: int) -> str:
    """Where the locked snapshot of a year lies; empty when its round was not locked here."""
    return Round.objects.filter(year=year).values_list("snapshot_path", flat=True).first() or ""


def submissions(actor: Actor, verb: str = SEE) -> "QuerySet[Submission]":
    return Submission.objects.seen_by(actor, verb).select_related("round", "current", UP)


def submission_of(actor: Actor, submission_id: int) -> Submission:
    """One submission with everything its page needs to say who acts next; 404 out of reach."""
    return get_object_or_404(submissions(actor), pk=submission_id)


def steps_of(submission: Submission) -> list[Step]:
    """What happened to it, newest first, with who did it and what was remarked."""
    rows = Step.objects.everything("of a submission that was looked up within the reach")
    rows = rows.filter(submission=submission).select_related("by", "version")
    return list(rows.prefetch_related("remarks").order_by("-pk"))


def versions_of(submission: Submission) -> list[Version]:
    rows = Version.objects.everything("of a submission that was looked up within the reach")
    return list(rows.filter(submission=submission).select_related("made_by").order_by("-number"))


def version_of(actor: Actor, submission_id: int, number: int) -> Version:
    rows = Version.objects.seen_by(actor, SEE).select_related("made_by", "submission__round", f"submission__{UP}")
    return get_object_or_404(rows, submission_id=submission_id, number=number)


def remarks_due(submission: Submission) -> list[Remark]:
    """The remarks of the last return, while it stands."""
    if submission.state not in {State.RETURNED, State.DRAFT}:
        return []
    last = last_return(submission)
    return [] if last is None else list(last.remarks.all())


def last_return(submission: Submission) -> Step | None:
    """The step in which it was last returned, with its version."""
    rows = Step.objects.everything("of a submission that was looked up within the reach")
    return rows.filter(submission=submission, verb="return").select_related("version").last()


def reminders_of(submission: Submission) -> list[Reminder]:
    """Calls to report that stand: only while it has not reported."""
    if submission.state not in WAITING:
        return []
    rows = Reminder.objects.everything("of a submission that was looked up within the reach")
    return list(rows.filter(submission=submission)[:3])


# ---- the desk


def mine(actor: Actor) -> list[Submission]:
    """Own reports of open and frozen rounds: what a reporter has on the desk (the organisation itself, not below)."""
    homes = {one.organisation for one in actor.having("report.fill")}
    rows = submissions(actor, "report.fill").filter(organisation__path__in=homes)
    rows = rows.exclude(round__state=RoundState.PLANNED).prefetch_related(
        Prefetch("reminders", Reminder.objects.order_by("-at"), to_attr="calls")
    )
    returned = Step.objects.everything("of rows within the reach").filter(submission=OuterRef("pk"), verb="return")
    last = returned.order_by("-pk").annotate(n=Count("remarks")).values("n")[:1]
    rows = rows.annotate(remarked=Coalesce(Subquery(last), 0))
    return list(rows.order_by("-round__year", "organisation__path")[:20])


def below(actor: Actor, verb: str) -> dict[Round, Counter[str]]:
    """Counts by state of what this person reviews, of rounds that are open or frozen."""
    rows = Submission.objects.seen_by(actor, verb).filter(round__state__in=[RoundState.OPEN, RoundState.FROZEN])
    counted = list(rows.order_by().values_list("round_id", "state", "organisation__kind").annotate(Count("pk")))
    held = {one.pk: one for one in Round.objects.filter(pk__in={row[0] for row in counted})}
    found: dict[Round, Counter[str]] = {}
    for round_id, state, kind, number in counted:
        found.setdefault(held[round_id], Counter())[f"{kind}.{state}"] = number
    return found


def corrections_waiting(actor: Actor) -> int:
    """Corrections that wait for this person's level."""
    states = [CorrectionState.SUPPORTED] if actor.may("round.lock") else [CorrectionState.ASKED]
    return Correction.objects.seen_by(actor, "report.review").filter(state__in=states).count()


# ---- the board


def board(
    actor: Actor, held: Round, *, county: str = "", state: str = "", kind: str = "", text: str = ""
) -> "QuerySet[Submission]":
    """The submissions of a round that this person sees, those that have not reported first."""
    rows = submissions(actor).filter(round=held)
    if county:
        rows = rows.filter(organisation__path__contains=f"/{county}/")
    if state:
        rows = rows.filter(state=state)
    if kind:
        rows = rows.filter(organisation__kind=kind)
    if text:
        rows = rows.filter(Q(organisation__name__icontains=text) | Q(organisation__code__startswith=text))
    order = Case(*(When(state=one, then=at) for at, one in enumerate(State.values)), output_field=IntegerField())
    rows = rows.annotate(urgency=order, reminded=Max("reminders__day"))
    return rows.defer("current__receipt", "current__files").order_by("urgency", "organisation__path")


def board_counts(actor: Actor, held: Round) -> dict[str, Counter[str]]:
    """Path of a county -> its submissions by state, within the reach."""
    rows = Submission.objects.seen_by(actor, SEE).filter(round=held).order_by()
    found: dict[str, Counter[str]] = {}
    for path, kind, state in rows.values_list("organisation__path", "organisation__kind", "state"):
        county = "/".join(path.split("/")[:2]) + "/"
        found.setdefault(county, Counter())[state] += 1
        found[county]["all"] += 1
        found[county][str(kind)] += 1
    return found


def county_names(paths: Iterable[str]) -> Mapping[str, Organisation]:
    """The counties whose paths were seen in rows within the reach."""
    rows = Organisation.objects.everything("names of counties whose submissions are in reach")
    return {one.path: one for one in rows.filter(path__in=list(paths), kind=Kind.COUNTY)}


def reporting_organisations() -> "QuerySet[Organisation]":
    """Every active county and school: who is asked to report in a round."""
    rows = Organisation.objects.everything("the round asks all of them")
    return rows.filter(active=True, kind__in=[Kind.COUNTY, Kind.SCHOOL])


def to_remind(actor: Actor, held: Round, ids: Iterable[int] | None) -> "QuerySet[Submission]":
    """Those of a round that have not reported: all in reach, or the chosen of them."""
    rows = Submission.objects.seen_by(actor, "report.remind").filter(round=held, state__in=WAITING)
    return rows if ids is None else rows.filter(pk__in=list(ids))


# ---- who made a version; background work


def role_of(version: Version) -> Text:
    """The role in which somebody reports for the organisation of a version; no name."""
    if version.made_by_id is None:
        return Text("系统", "the program")
    path = version.submission.organisation.path
    grants = [one for one in grants_of(version.made_by_id) if one.covers(path)]
    able = [one for one in grants if one.verbs & {"report.fill", "round.manage"}] or grants
    return roles()[able[0].role].title if able else Text("已离任人员", "no longer in office")


def running_jobs(actor: Actor) -> list[Job]:
    """This person's background work that is not over, and what ended badly today."""
    rows = Job.objects.everything("own rows only").filter(asked_by_id=actor.user_id)
    late = Q(state=JobState.FAILED, ended_at__gte=timezone.now() - timedelta(days=1))
    return list(rows.filter(Q(state__in=[JobState.WAITING, JobState.RUNNING]) | late)[:5])


def import_job(actor: Actor, round_id: int, job_id: int) -> Job:
    """An import of this person for a round; 404 for anybody else's."""
    rows = Job.objects.everything("own rows only").filter(kind="import_many", asked_by_id=actor.user_id)
    found = rows.filter(pk=job_id).first()
    if found is None or found.given.get("round") != round_id:
        raise Http404
    return found

"""Every query of review, lock and corrections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, When
from django.shortcuts import get_object_or_404

from junheng.facts import Facts, read_files
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.reporting.models import (
    Correction,
    CorrectionState,
    Remark,
    Round,
    RoundState,
    State,
    Step,
    Submission,
    Version,
)
from junheng.web.reporting.reading import of_unit, write_out
from junheng.web.review.models import Lock

SEE, REVIEW = "report.see", "report.review"
UP = "organisation__parent__parent"
READY = (State.APPROVED, State.LOCKED)
OPEN_CORRECTIONS = (CorrectionState.ASKED, CorrectionState.SUPPORTED)


def facts_of_version(version: Version) -> Facts:
    """The facts of a version of one unit, read from the store. Reading the same files again costs nothing."""
    submission = version.submission
    files = tuple((str(one["name"]), str(one["sha256"])) for one in version.files)
    return _facts_of(files, submission.round.year, submission.organisation.code)


@lru_cache(maxsize=64)
def _facts_of(files: tuple[tuple[str, str], ...], year: int, code: str) -> Facts:
    with TemporaryDirectory(prefix="junheng-version-") as folder:
        paths = write_out([{"name": name, "sha256": sha256} for name, sha256 in files], Path(folder))
        return of_unit(read_files(paths, year=year).facts, code)


# ---- what waits for review


def rounds() -> list[Round]:
    return list(Round.objects.all())


def to_review(
    actor: Actor, *, held: Round | None, state: str = "", county: str = "", text: str = ""
) -> "QuerySet[Submission]":
    """What this person reviews: what waits first, and of that what has waited longest."""
    rows = Submission.objects.seen_by(actor, REVIEW).select_related("round", UP)
    rows = rows.select_related("current__made_by").defer("current__files").prefetch_related("steps")
    rows = rows.filter(round=held) if held else rows.none()
    if state:
        rows = rows.filter(state=state)
    if county:
        rows = rows.filter(organisation__path__contains=f"/{county}/")
    if text:
        rows = rows.filter(Q(organisation__name__icontains=text) | Q(organisation__code__startswith=text))
    first = Case(When(state=State.SUBMITTED, then=0), default=1, output_field=IntegerField())
    return rows.annotate(first=first).order_by("first", "changed", "organisation__path")


def state_counts(actor: Actor, held: Round | None) -> Mapping[str, int]:
    """How many of what this person reviews stand in each state."""
    rows = Submission.objects.seen_by(actor, REVIEW).filter(round=held).order_by()
    found = dict(rows.values_list("state").annotate(Count("pk")))
    return {str(one): found.get(one, 0) for one in State.values}


def counties_in_reach(actor: Actor) -> list[Organisation]:
    return list(Organisation.objects.seen_by(actor, SEE).filter(kind=Kind.COUNTY, active=True))


# ---- one submission


def submission_of(actor: Actor, submission_id: int, verb: str = SEE) -> Submission:
    """One submission in reach with all that its pages say of it; 404 out of reach."""
    rows = Submission.objects.seen_by(actor, verb).select_related("round", "current__made_by", UP)
    return get_object_or_404(rows.prefetch_related("steps"), pk=submission_id)


def steps_of(submission: Submission) -> list[Step]:
    """What happened to it, newest first, with who did it and what was remarked."""
    rows = Step.objects.everything("of a submission that was looked up within the reach").filter(submission=submission)
    return list(rows.select_related("by", "version").prefetch_related("remarks").order_by("-pk"))


def versions_of(submission: Submission) -> list[Version]:
    rows = Version.objects.everything("of a submission that was looked up within the reach").filter(
        submission=submission
    )
    return list(rows.select_related("made_by").order_by("-number"))


def version_before(version: Version) -> Version | None:
    """The version that counted before this one."""
    rows = Version.objects.everything("of a submission that was looked up within the reach")
    older = rows.filter(submission_id=version.submission_id, number__lt=version.number)
    return older.filter(correction__isnull=True).last() or older.last()


def standing_remarks(submission: Submission) -> list[Remark]:
    """What was remarked when it was last returned, as long as that has not been answered by an approval."""
    rows = Step.objects.everything("of a submission that was looked up within the reach").filter(submission=submission)
    last = rows.filter(verb__in=["return", "approve"]).last()
    return list(last.remarks.all()) if last is not None and last.verb == "return" else []


def kept_as_it_was(submission: Submission) -> list[Remark]:
    """What was returned and then handed in as it was, while that is under review."""
    if submission.state != State.SUBMITTED:
        return []
    rows = Step.objects.everything("of a submission that was looked up within the reach").filter(submission=submission)
    last = rows.filter(verb="submit").last()
    return [] if last is None else list(last.remarks.all())


def remarks_on(version: Version) -> list[Remark]:
    """What was remarked on a version each time it was returned; the comment to the whole comes first."""
    rows = Step.objects.everything("of a version that was looked up within the reach").filter(version=version)
    found: list[Remark] = []
    for step in rows.filter(verb="return").prefetch_related("remarks"):
        found += [Remark(step=step, text=step.comment)] if step.comment else []
        found += step.remarks.all()
    return found


# ---- the lock


@dataclass(frozen=True, slots=True)
class UnitState:
    """One unit of a round as the lock sees it."""

    code: str
    name: str
    name_en: str
    kind: str
    path: str
    state: str
    submission: int

    @property
    def ready(self) -> bool:
        return self.state in READY


def round_by_id(round_id: int) -> Round:
    return get_object_or_404(Round, pk=round_id)


def round_of_year(year: int) -> Round:
    return get_object_or_404(Round, year=year)


def round_held(round_id: int) -> Round:
    """The round, its row held until the transaction ends."""
    return get_object_or_404(Round.objects.select_for_update(), pk=round_id)


def states_of(held: Round) -> list[UnitState]:
    """Where every unit stands; only for those who lock the whole round."""
    rows = Submission.objects.everything("whoever locks a round sees all of it").filter(round=held)
    rows = rows.filter(organisation__active=True).order_by("organisation__path")
    fields = ("code", "name", "name_en", "kind", "path")
    listed = rows.values_list(*(f"organisation__{one}" for one in fields), "state", "pk")
    return [UnitState(*one) for one in listed]


def to_lock(held: Round) -> list[Submission]:
    """What goes into the snapshot: all that is approved, or was locked before."""
    rows = Submission.objects.everything("the lock takes the whole round").filter(round=held, state__in=READY)
    rows = rows.filter(current__isnull=False, organisation__active=True)
    return list(rows.select_related("organisation", "current").defer("current__receipt").order_by("organisation__path"))


def revisions_held(held: Round) -> Mapping[int, int]:
    """Revision of everything that would be locked now, the rows held until the transaction ends."""
    rows = Submission.objects.everything("the lock takes the whole round").filter(round=held, state__in=READY)
    rows = rows.filter(current__isnull=False, organisation__active=True).order_by("pk")
    return dict(rows.select_for_update(of=("self",)).values_list("pk", "revision"))


def roster(held: Round) -> list[tuple[str, str, str]]:
    """Every active school that had to report: code, name, code of its county."""
    rows = Submission.objects.everything("the roster of the whole round").filter(
        round=held, organisation__kind=Kind.SCHOOL, organisation__active=True
    )
    fields = ("organisation__code", "organisation__name", "organisation__parent__code")
    return list(rows.order_by("organisation__code").values_list(*fields))


def locks(held: Round) -> list[Lock]:
    return list(held.locks.select_related("asked_by"))


def lock_of(round_id: int, number: int) -> Lock:
    rows = Lock.objects.select_related("round", "asked_by")
    return get_object_or_404(rows, round_id=round_id, number=number, done_at__isnull=False)


def lock_before(lock: Lock) -> Lock | None:
    return Lock.objects.filter(round=lock.round_id, number__lt=lock.number, done_at__isnull=False).first()


def replaced(before: Lock, after: Lock) -> list[Version]:
    """The versions that came in with a later lock, each with its unit."""
    rows = Version.objects.everything("whoever locks a round sees all of it")
    rows = rows.filter(pk__in=set(after.versions) - set(before.versions)).select_related("submission__organisation")
    return list(rows.order_by("submission__organisation__path"))


def units_named(codes: Sequence[str]) -> list[Organisation]:
    rows = Organisation.objects.everything("whoever locks a round sees all of it")
    return list(rows.filter(code__in=codes).select_related("parent"))


def granted_since_lock(held: Round) -> list[Correction]:
    """Corrections granted after the snapshot that counts was made."""
    rows = Correction.objects.everything("whoever locks a round sees all of it").select_related(
        "submission__organisation"
    )
    return list(
        rows.filter(submission__round=held, state=CorrectionState.GRANTED, decided_at__gt=held.locked_at)
        if held.locked_at
        else rows.none()
    )


def job_id(kind: str, key: str) -> int | None:
    from junheng.web.operations.models import Job

    rows = Job.objects.everything("whether one's own lock is running").filter(kind=kind, key=key)
    return rows.values_list("pk", flat=True).first()


# ---- corrections


def corrections(actor: Actor, *, state: str = "") -> "QuerySet[Correction]":
    """Corrections in reach, those that still wait first, the oldest of them first."""
    rows = Correction.objects.seen_by(actor, SEE).select_related(
        "submission__round", f"submission__{UP}", "version", "asked_by", "supported_by", "decided_by"
    )
    rows = rows.defer("version__receipt", "version__files")
    if state:
        rows = rows.filter(state=state)
    first = Case(When(state__in=OPEN_CORRECTIONS, then=0), default=1, output_field=IntegerField())
    return rows.annotate(first=first).order_by("first", "asked_at", "pk")


def correction_of(actor: Actor, correction_id: int) -> Correction:
    rows = Correction.objects.seen_by(actor, SEE).select_related(
        "submission__round",
        "submission__current",
        f"submission__{UP}",
        "version",
        "asked_by",
        "supported_by",
        "decided_by",
    )
    return get_object_or_404(rows, pk=correction_id)


def correction_held(actor: Actor, correction_id: int) -> Correction:
    """The correction in reach, its row held until the transaction ends."""
    rows = Correction.objects.seen_by(actor, SEE).select_for_update(of=("self",))
    return get_object_or_404(rows.select_related("submission__round", f"submission__{UP}", "version"), pk=correction_id)


def correction_with(version: Version) -> Correction | None:
    """The correction that was asked with a version."""
    return Correction.objects.everything("found by the version it brought").filter(version=version).first()


def submission_held(submission_id: int) -> Submission:
    """The submission, its row held until the transaction ends; the caller asks for its reach."""
    rows = Submission.objects.everything("reach is asked of the row itself").select_for_update(of=("self",))
    return get_object_or_404(rows.select_related("organisation", "round"), pk=submission_id)


def waiting_correction(submission: Submission) -> Correction | None:
    """The correction of a submission that is not decided yet."""
    rows = Correction.objects.everything("of a submission that was looked up within the reach")
    return rows.filter(submission=submission, state__in=OPEN_CORRECTIONS).first()


def corrections_of(submission: Submission) -> Sequence[Correction]:
    rows = Correction.objects.everything("of a submission that was looked up within the reach")
    return list(rows.filter(submission=submission).select_related("version", "asked_by", "supported_by", "decided_by"))


def locked_before(correction: Correction) -> Version | None:
    """The version that a correction replaces or would replace: what was locked when it was asked for."""
    rows = Step.objects.everything("of a submission that was looked up within the reach")
    last = rows.filter(submission=correction.submission_id, after=State.LOCKED, at__lte=correction.asked_at)
    step = last.select_related("version").last()
    return step.version if step else None


def correctable(actor: Actor, text: str = "") -> "QuerySet[Submission]":
    """Submissions of locked rounds that this person may ask a correction for, those that were missing included."""
    waiting = Correction.objects.everything("whether one waits").filter(
        submission=OuterRef("pk"), state__in=OPEN_CORRECTIONS
    )
    rows = Submission.objects.seen_by(actor, "report.correct").filter(round__state=RoundState.LOCKED)
    rows = rows.select_related("round", UP)
    rows = rows.annotate(waiting=Subquery(waiting.values("pk")[:1])).filter(waiting__isnull=True)
    if text:
        rows = rows.filter(Q(organisation__name__icontains=text) | Q(organisation__code__startswith=text))
    return rows.order_by(F("round__year").desc(), "organisation__path")

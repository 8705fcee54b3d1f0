"""Every query of the verdicts. What is published is everybody's; drafts and appeals go by the actor's reach."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Count, F, Max, Min, QuerySet
from django.http import Http404

from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.portal.models import County, Edition
from junheng.web.reporting.models import Correction, CorrectionState, Round, RoundState
from junheng.web.verdicts.models import Appeal, Attachment, Draft, Paper, Record

PUBLIC = "published verdicts are everybody's"


def _records() -> QuerySet[Record]:
    found: QuerySet[Record] = Record.objects.everything(PUBLIC)
    found = found.select_related("organisation", "edition", "supersedes", "superseded_by")
    return found.defer("edition__geometry", "edition__expected", "edition__changes")


def records(year: int | None = None) -> list[Record]:
    """The records that stand, newest year first; of one year when asked."""
    found = _records().filter(superseded_by=None).defer("verdict", "edition__geometry", "edition__expected")
    return list(found if year is None else found.filter(year=year))


def years() -> list[int]:
    rows = Record.objects.everything(PUBLIC).order_by("-year")
    return list(rows.values_list("year", flat=True).distinct())


def record(number: str) -> Record:
    found = _records().filter(number=number).first()
    if found is None:
        raise Http404
    return found


def record_by_digest(digest: str) -> Record | None:
    return _records().filter(digest=digest).first()


def record_by_number(number: str) -> Record | None:
    return _records().filter(number__iexact=number).first()


def paper_by_hash(sha256: str) -> Paper | None:
    """The paper with this hash; of several records' the newest."""
    rows = Paper.objects.select_related("record", "record__organisation", "record__superseded_by", "record__edition")
    return rows.filter(sha256=sha256).order_by("-pk").first()


def papers(one: Record) -> list[Paper]:
    return list(one.papers.all())


def county_records(code: str) -> list[Record]:
    """Everything ever published on one county, newest first; 404 when there is nothing."""
    found = list(_records().filter(organisation__code=code).order_by("-year", "-nth"))
    if not found:
        raise Http404
    return found


def records_of(edition_id: int) -> list[Record]:
    return list(_records().filter(edition_id=edition_id).order_by("organisation__path"))


def newest(edition_year: int) -> dict[int, Record]:
    """The record that stands for a year, by organisation."""
    found = Record.objects.everything("the chain goes over the whole city")
    return {one.organisation_id: one for one in found.filter(year=edition_year, superseded_by=None)}


def county_organisations(codes: Iterable[str]) -> dict[str, Organisation]:
    """The organisations of counties, by code."""
    rows = Organisation.objects.everything("publication goes over the whole city")
    return {one.code: one for one in rows.filter(kind=Kind.COUNTY, code__in=list(codes))}


def city_name() -> str:
    rows = Organisation.objects.everything("the name of the city is on every page")
    return rows.filter(kind=Kind.CITY).values_list("name", flat=True).first() or ""


def counties(edition: Edition) -> list[County]:
    return list(edition.counties.all())


def rounds() -> list[Round]:
    return list(Round.objects.all())


def round_of(round_id: int) -> Round:
    found = Round.objects.filter(pk=round_id).first()
    if found is None:
        raise Http404
    return found


def locked_rounds() -> list[Round]:
    return list(Round.objects.filter(state=RoundState.LOCKED).exclude(snapshot=""))


def drafts(actor: Actor, held: Round, verb: str = "verdict.see") -> list[Draft]:
    """The drafts of what a round is locked as, in the actor's reach."""
    found = Draft.objects.seen_by(actor, verb).filter(round=held, snapshot=held.snapshot)
    return list(found.select_related("organisation", "signed_by", "record"))


def all_drafts(held: Round) -> list[Draft]:
    rows = Draft.objects.everything("a round is released as a whole").filter(round=held, snapshot=held.snapshot)
    return list(rows.select_related("organisation"))


def signed_drafts(edition: Edition) -> dict[int, Draft]:
    """Signed drafts of the snapshot an edition shows, by organisation."""
    rows = Draft.objects.everything("an edition is released as a whole")
    found = rows.filter(round__year=edition.year, snapshot=edition.snapshot, signed_at__isnull=False)
    return {one.organisation_id: one for one in found}


def draft_counts() -> dict[tuple[int, str], list[tuple[bool, bool]]]:
    """Of each round and snapshot, whether each of its drafts is signed and released."""
    found: dict[tuple[int, str], list[tuple[bool, bool]]] = {}
    rows = Draft.objects.everything("counts only").values_list("round_id", "snapshot", "signed_at", "record_id")
    for round_id, snapshot, signed, released in rows:
        found.setdefault((round_id, snapshot), []).append((signed is not None, released is not None))
    return found


def granted_corrections(held: Round, since: Sequence[Record]) -> list[Correction]:
    """Corrections granted in a round after the records that stand were released."""
    rows = Correction.objects.everything("told by organisation only").filter(
        submission__round=held, state=CorrectionState.GRANTED
    )
    if since:
        rows = rows.filter(decided_at__gt=min(one.released_at for one in since))
    return list(rows.select_related("submission__organisation").order_by("pk"))


def editions(*, current: bool = True) -> list[Edition]:
    """Published school years, newest first, without their maps."""
    rows = Edition.objects.filter(current=True) if current else Edition.objects.all()
    return list(rows.defer("geometry", "expected", "changes"))


def latest_geometry() -> dict[str, object]:
    """The map of the edition published last."""
    rows = Edition.objects.exclude(geometry={}).order_by("-published_at", "-pk")
    return rows.values_list("geometry", flat=True).first() or {}


def edition_with(year: int, snapshot: str) -> Edition | None:
    """The edition that published a snapshot of a year."""
    rows = Edition.objects.filter(year=year, snapshot=snapshot).defer("geometry", "expected")
    return rows.order_by("-version").first()


def signed_at() -> dict[int, datetime]:
    """When the records of each edition were signed first, by edition."""
    rows = Record.objects.everything(PUBLIC).order_by().values_list("edition_id").annotate(first=Min("signed_at"))
    return dict(rows)


def drafts_signed_at() -> dict[tuple[int, str], datetime]:
    """When the last draft of a round's snapshot was signed, where all of them are."""
    rows = Draft.objects.everything("dates only").order_by().values_list("round_id", "snapshot")
    found = rows.annotate(last=Max("signed_at"), signed=Count("signed_at"), of=Count("pk"))
    return {(round_id, snapshot): last for round_id, snapshot, last, signed, of in found if signed == of}


def published_snapshots() -> set[tuple[int, str]]:
    return set(Edition.objects.values_list("year", "snapshot"))


def public_appeals(one: Record) -> list[Appeal]:
    """The appeals against a record; their words are shown only where released."""
    return list(one.appeals.order_by("filed_at"))


def appeals(actor: Actor) -> list[Appeal]:
    found = Appeal.objects.seen_by(actor, "verdict.see").select_related("record", "record__organisation")
    return list(found.order_by(F("decided_at").asc(nulls_first=True), "-filed_at").defer("record__verdict"))


def appeal(actor: Actor, appeal_id: int) -> Appeal:
    rows = Appeal.objects.seen_by(actor, "verdict.see")
    rows = rows.select_related("record", "record__organisation", "record__superseded_by", "filed_by", "decided_by")
    found: Appeal | None = rows.filter(pk=appeal_id).first()
    if found is None:
        raise Http404
    return found


def attachments(one: Appeal) -> list[Attachment]:
    return list(one.attachments.all())


def attachment(actor: Actor, appeal_id: int, pk: int) -> Attachment:
    found: Attachment | None = (
        Attachment.objects.seen_by(actor, "verdict.see").filter(appeal_id=appeal_id, pk=pk).first()
    )
    if found is None:
        raise Http404
    return found


def appealable(actor: Actor, number: str) -> Record:
    """A record the actor may appeal against; others answer as if they were not there."""
    rows = Record.objects.seen_by(actor, "verdict.appeal").select_related("organisation", "superseded_by")
    found: Record | None = rows.filter(number=number).first()
    if found is None:
        raise Http404
    return found

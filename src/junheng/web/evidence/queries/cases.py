"""Cases as the pages show them, each person's own reach applied."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from junheng.policy import Item, Standard, load_standard
from junheng.policy.errors import PolicyError
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.evidence.models import Attachment, Case, CaseState
from junheng.web.reporting.models import Round

SEE = "evidence.see"
DEFAULT = "jiaodu-2017-6"
AUTUMN = 9
"""The month in which a school year begins."""
NOT_WITHDRAWN = Q(attachments__withdrawn_at=None) & Q(attachments__isnull=False)


def years() -> list[int]:
    """The school years there is a round of, the latest first; the current one when there is none."""
    today = timezone.localdate()
    return list(Round.objects.values_list("year", flat=True)) or [today.year - (today.month < AUTUMN)]


def standard_of(year: int) -> Standard:
    """The standard a year is judged by: that of its round, else the national one."""
    named = Round.objects.filter(year=year).values_list("standard", flat=True).first()
    try:
        return load_standard(named or DEFAULT)
    except PolicyError:
        return load_standard(DEFAULT)


def items_for(standard: Standard, organisation: Organisation) -> tuple[Item, ...]:
    """The items that people judge: all of them for a county, those of schools for a school, none for others."""
    judged = tuple(one for one in standard.items if one.kind != "computed")
    if organisation.kind == Kind.COUNTY:
        return judged
    return tuple(one for one in judged if one.level == "school") if organisation.kind == Kind.SCHOOL else ()


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A county (or school) of the list and how many of its items stand where."""

    organisation: Organisation
    total: int
    counts: dict[str, int]

    @property
    def missing(self) -> int:
        return self.counts[CaseState.OPEN]

    @property
    def final(self) -> int:
        return self.counts[CaseState.FINAL]

    @property
    def waiting(self) -> int:
        return self.total - self.missing - self.final


def places(actor: Actor, year: int) -> list[PlaceLine]:
    """The counties in reach, or for those who reach no county their schools, with the states of their items."""
    seen = Organisation.objects.seen_by(actor, SEE).filter(active=True, kind__in=(Kind.COUNTY, Kind.SCHOOL))
    counties = list(seen.filter(kind=Kind.COUNTY)) or list(seen.filter(kind=Kind.SCHOOL))
    standard = standard_of(year)
    held: dict[int, Counter[str]] = {}
    rows = Case.objects.seen_by(actor, SEE).filter(year=year).values_list("organisation_id", "state")
    for organisation, state in rows:
        held.setdefault(organisation, Counter())[state] += 1
    return [_line(one, len(items_for(standard, one)), held.get(one.pk, Counter())) for one in counties]


def _line(organisation: Organisation, total: int, held: Counter[str]) -> PlaceLine:
    begun = sum(count for state, count in held.items() if state != CaseState.OPEN)
    counts = {str(state): held[state] for state in CaseState}
    return PlaceLine(organisation, total, {**counts, CaseState.OPEN.value: total - begun})


def place(actor: Actor, code: str) -> Organisation:
    """A county or school in reach; 404 otherwise."""
    seen = Organisation.objects.seen_by(actor, SEE).select_related("parent")
    found = seen.filter(code=code, kind__in=(Kind.COUNTY, Kind.SCHOOL)).first()
    if found is None:
        raise Http404
    return found


def schools_of(actor: Actor, county: Organisation) -> QuerySet[Organisation]:
    seen = Organisation.objects.seen_by(actor, SEE)
    return seen.filter(path__startswith=county.path, kind=Kind.SCHOOL, active=True)


def school_cases(actor: Actor, county: Organisation, year: int) -> QuerySet[Case]:
    """The cases of single schools of a county that have begun."""
    held = Case.objects.seen_by(actor, SEE).filter(year=year, organisation__path__startswith=county.path)
    return _counted(held.exclude(organisation=county).exclude(state=CaseState.OPEN))


def _counted(cases: QuerySet[Case]) -> QuerySet[Case]:
    return cases.select_related("organisation").annotate(files=Count("attachments", filter=NOT_WITHDRAWN))


@dataclass(frozen=True, slots=True)
class BoardLine:
    """An item of a county's or school's list with its case, which is not stored before the first file is given."""

    item: Item
    case: Case
    files: int


def board(actor: Actor, organisation: Organisation, year: int) -> list[BoardLine]:
    cases = _counted(Case.objects.seen_by(actor, SEE).filter(year=year, organisation=organisation))
    held = {one.item: one for one in cases}
    return [
        BoardLine(one, held.get(one.id) or blank(organisation, year, one.id), _files(held.get(one.id)))
        for one in items_for(standard_of(year), organisation)
    ]


def _files(case: Case | None) -> int:
    return int(getattr(case, "files", 0))


def blank(organisation: Organisation, year: int, item: str) -> Case:
    return Case(year=year, organisation=organisation, item=item)


def item_of(organisation: Organisation, year: int, item: str) -> Item:
    """An item that people judge for this organisation; 404 otherwise."""
    for one in items_for(standard_of(year), organisation):
        if one.id == item:
            return one
    raise Http404


def case_of(actor: Actor, organisation: Organisation, year: int, item: str) -> Case:
    """The case with everything its page shows; an unsaved one before the first file."""
    held = (
        Case.objects.seen_by(actor, SEE)
        .select_related("organisation__parent")
        .prefetch_related(
            "attachments__by",
            "attachments__withdrawn_by",
            "findings__by",
            "findings__cites",
            "findings__replies__by",
            "moves__by",
        )
    )
    return held.filter(organisation=organisation, year=year, item=item).first() or blank(organisation, year, item)


def worklist(actor: Actor) -> QuerySet[Case]:
    """What waits for the inspector: to be judged, to be made final; the longest waiting first."""
    today = timezone.localdate()
    due = Q(state=CaseState.FOUND, findings__reply_by__lt=today)
    held = Case.objects.seen_by(actor, "evidence.judge")
    waiting = held.filter(Q(state__in=(CaseState.GIVEN, CaseState.REPLIED)) | due)
    return _counted(waiting).order_by("changed", "pk").distinct()


def attachment(actor: Actor, pk: int) -> Attachment:
    """A file in reach; 404 otherwise."""
    found = Attachment.objects.seen_by(actor, SEE).select_related("case__organisation").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def titles(cases: Sequence[Case]) -> dict[str, Item]:
    """The items by id over the standards of the years of some cases."""
    held = {one.id: one for year in sorted({case.year for case in cases}) for one in standard_of(year).items}
    return {case.item: held[case.item] for case in cases if case.item in held}

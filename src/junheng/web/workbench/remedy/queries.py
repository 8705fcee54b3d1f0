"""Every query of the cheapest plans: studies by the actor's reach, prices of a county with those of its city."""

from collections.abc import Iterable, Mapping

from django.db.models import Count
from django.http import Http404

from junheng.policy.text import Text
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.operations.models import Job
from junheng.web.portal.models import Edition, School
from junheng.web.workbench.models import Lever, PriceList, RemedyStudy, TableCounty, TableStudy

ANSWERED = ("organisation", "edition", "job", "made_by")
HEAVY = ("edition__geometry", "edition__expected", "edition__changes", "edition__hidden")


def priced_places(actor: Actor, verb: str = "plan.see") -> list[Organisation]:
    """City and counties in reach, the city first."""
    rows = Organisation.objects.seen_by(actor, verb).filter(kind__in=(Kind.CITY, Kind.COUNTY), active=True)
    return list(rows.order_by("path"))


def chosen_place(places: list[Organisation], given: Mapping[str, str]) -> Organisation:
    """The place of an address, or the first.

    Raises:
        Http404: there is none.
    """
    found = next((one for one in places if one.code == given.get("place", "")), places[0] if places else None)
    if found is None:
        raise Http404
    return found


def priced_place(actor: Actor, code: str) -> Organisation:
    """The city or county whose unit costs the actor may set.

    Raises:
        Http404: none of this code is in reach.
    """
    places = Organisation.objects.seen_by(actor, "plan.edit").filter(kind__in=(Kind.CITY, Kind.COUNTY), active=True)
    place: Organisation | None = places.filter(code=code).first()
    if place is None:
        raise Http404
    return place


HOLDS_BELOW = "the city's unit costs hold in every county; the place was had within reach"


def price_lists(place: Organisation) -> list[PriceList]:
    """The lists of a county and of the city above it, newest first; those of the city alone when it is the city."""
    rows = PriceList.objects.everything(HOLDS_BELOW).filter(organisation__path__in=_up(place))
    return list(rows.select_related("organisation", "made_by"))


def levers_of(place: Organisation) -> list[Lever]:
    """The ways of a county and of the city above it, newest first; those of the city alone when it is the city."""
    rows = Lever.objects.everything(HOLDS_BELOW).filter(organisation__path__in=_up(place))
    return list(rows.select_related("organisation", "made_by"))


def _up(place: Organisation) -> set[str]:
    """The paths of a place and of all above it."""
    return {place.path, *(place.path[: at + 1] for at, sign in enumerate(place.path) if sign == "/")}


def editions() -> list[Edition]:
    """The published years, newest first, without their maps."""
    return list(Edition.objects.filter(current=True).defer("geometry", "expected", "changes"))


def edition_of_year(year: str) -> Edition:
    found = next((one for one in editions() if str(one.year) == year), None)
    if found is None:
        raise Http404
    return found


def edition_of(study: RemedyStudy) -> Edition:
    """The edition of a study with everything its proof is opened by."""
    return Edition.objects.defer("geometry", "expected", "changes").get(pk=study.edition_id)


def county_codes(edition: Edition) -> list[str]:
    """The counties of a year that have schools."""
    return list(edition.counties.filter(schools__isnull=False).distinct().values_list("code", flat=True))


def school_codes(edition: Edition, county: str) -> set[str]:
    """Codes of the schools of a county in a year; of all counties without one."""
    rows = School.objects.filter(county__edition=edition).exclude(section="")
    return set((rows.filter(county__code=county) if county else rows).values_list("code", flat=True))


def remedies(actor: Actor) -> list[RemedyStudy]:
    """The studies in the actor's reach, newest first, without their answers."""
    rows = RemedyStudy.objects.seen_by(actor, "plan.see").select_related(*ANSWERED)
    return list(rows.defer("result", "prices", "further", *HEAVY))


def remedy_of(actor: Actor, pk: int) -> RemedyStudy:
    found: RemedyStudy | None = (
        RemedyStudy.objects.seen_by(actor, "plan.see").select_related(*ANSWERED).defer(*HEAVY).filter(pk=pk).first()
    )
    if found is None:
        raise Http404
    return found


def asked_remedy(pk: int) -> RemedyStudy:
    """The study of a job; whoever asked for it was let in then."""
    rows = RemedyStudy.objects.everything("the job's own study").select_related("organisation")
    return rows.get(pk=pk)


def locked_remedy(pk: int) -> RemedyStudy:
    """The study, its row held until the transaction is over; whoever asks was let in before."""
    return RemedyStudy.objects.everything("a row that was had within reach").select_for_update().get(pk=pk)


def job_of(pk: int) -> Job | None:
    """The job that answers a question of a study."""
    found: Job | None = Job.objects.everything("the job of a study within reach").filter(pk=pk).first()
    return found


def county_names(codes: Iterable[str]) -> dict[str, Text]:
    """County code -> its name; its code where it is no organisation of the site."""
    rows = Organisation.objects.everything("names are public").filter(kind=Kind.COUNTY, code__in=list(codes))
    names = {one.code: Text(one.name, one.name_en or one.name) for one in rows}
    return {code: names.get(code, Text(code, code)) for code in codes}


def table_studies(actor: Actor) -> list[TableStudy]:
    """The studies of uploaded tables in the actor's reach, newest first, with ``answered``: how many counties are."""
    rows = TableStudy.objects.seen_by(actor, "plan.see").select_related("job", "made_by")
    return list(rows.defer("prices").annotate(answered=Count("answers")))


def table_study_of(actor: Actor, pk: int) -> TableStudy:
    rows = TableStudy.objects.seen_by(actor, "plan.see").select_related("job", "made_by", "organisation")
    found: TableStudy | None = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def asked_table(pk: int) -> TableStudy:
    """The study of a job; whoever asked for it was let in then."""
    rows = TableStudy.objects.everything("the job's own study").select_related("organisation")
    return rows.get(pk=pk)


def answers_of(study: TableStudy) -> list[TableCounty]:
    """The counties answered so far, without their actions."""
    rows = TableCounty.objects.everything("of a study within reach").filter(study=study)
    return list(rows.defer("actions"))


def county_answer(study: TableStudy, code: str) -> TableCounty | None:
    """One county with its actions; None while it has no answer."""
    rows = TableCounty.objects.everything("of a study within reach").filter(study=study, code=code)
    found: TableCounty | None = rows.first()
    return found

"""Every query of the portal. Each page names the ones it asks; the tests pin how many."""

from dataclasses import dataclass
from functools import cache

import polars as pl
from django.db import connection
from django.db.models import Case, Count, IntegerField, Max, Prefetch, Q, QuerySet, When
from django.http import Http404

from junheng.web.accounts.models import Organisation
from junheng.web.portal.models import County, Edition, School
from junheng.web.portal.slugs import Which

_HEAVY = ("geometry", "expected")
"""Columns of an edition that only one page each needs."""


def editions() -> list[Edition]:
    """The current edition of every published school year, newest first, without their maps."""
    return list(Edition.objects.filter(current=True).defer(*_HEAVY))


def versions() -> list[Edition]:
    """All versions of all school years, newest first, without their maps."""
    return list(Edition.objects.defer(*_HEAVY))


def publications() -> tuple[tuple[object, ...], ...]:
    """What is published just now, in a few words: they differ after every publication, switch and verdict record."""
    with connection.cursor() as cursor:
        cursor.execute(*_publications(connection.vendor))
        return tuple(cursor.fetchall())


@cache
def _publications(_vendor: str) -> tuple[str, tuple[str | int, ...]]:
    """The question, put into words once: it is asked with every public page, and wording it costs more than asking."""
    said = ("pk", "version", "current", "published_at", "disclosure", "digest", "record")
    return Edition.objects.order_by("pk").annotate(record=Max("records")).values_list(*said).query.sql_with_params()


def edition_of(published: list[Edition], which: Which | int | None) -> Edition:
    """The edition an address asks for, or the newest; 404 when there is none. Old versions cost one query."""
    asked = Which(which) if isinstance(which, int) else which
    found = next((one for one in published if asked is None or one.year == asked.year), None)
    if found is None:
        raise Http404
    if asked is None or asked.version in {None, found.version}:
        return found
    old = Edition.objects.defer(*_HEAVY).filter(year=asked.year, version=asked.version).first()
    if old is None:
        raise Http404
    return old


def one_edition(pk: int) -> Edition:
    """One version by its key; 404 when there is none."""
    found = Edition.objects.defer(*_HEAVY).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def still_current(pk: int) -> bool:
    """Whether a version is the current one; it stays so until the end of the transaction."""
    return Edition.objects.select_for_update().filter(pk=pk, current=True).exists()


def hidden_counts() -> dict[int, int]:
    """How many school sections each current version hides, by its key."""
    rows = School.objects.filter(county__edition__current=True, suppressed=True).order_by()
    counted: list[tuple[int, int]] = list(
        rows.values_list("county__edition").annotate(n=Count("pk")).values_list("county__edition", "n")
    )
    return dict(counted)


def hidden_sections(edition: Edition) -> frozenset[tuple[str, str]]:
    """Code and section of the school sections a version hides."""
    rows = School.objects.filter(county__edition=edition, suppressed=True)
    return frozenset(rows.values_list("code", "section"))


def geometry(edition: Edition) -> dict[str, object]:
    held: dict[str, object] = Edition.objects.values_list("geometry", flat=True).get(pk=edition.pk)
    return held


def counties(edition: Edition) -> list[County]:
    """The counties of a year as the city page shows them."""
    return list(edition.counties.defer("detail", "indicators"))


def whole_counties(edition: Edition) -> list[County]:
    """The counties of a year with everything that is kept of them."""
    return list(edition.counties.all())


def county(edition: Edition, code: str) -> County:
    found = edition.counties.filter(code=code).first()
    if found is None:
        raise Http404
    return found


def record_number(edition: Edition, code: str) -> str:
    """The number of the newest released verdict on a county in an edition's year; empty when there is none."""
    found = Edition.objects.filter(year=edition.year, records__organisation__code=code).order_by("-records__nth")
    return found.values_list("records__number", flat=True).first() or ""


def schools(county: County) -> list[School]:
    """The judged school sections of a county; those that do not count are named in its detail."""
    return list(county.schools.exclude(section=""))


def _versions_beside(edition: Edition | None, field: str) -> Q:
    """The current versions of all years, but of the edition's own year the edition itself."""
    if edition is None or edition.current:
        return Q(**{f"{field}__current": True})
    others = Q(**{f"{field}__current": True}) & ~Q(**{f"{field}__year": edition.year})
    return others | Q(**{field: edition.pk})


def county_years(code: str, edition: Edition | None = None) -> list[County]:
    """The verdicts on one county, oldest first, for its trend."""
    found = (
        County.objects.filter(_versions_beside(edition, "edition"), code=code)
        .select_related("edition")
        .defer("detail", "edition__geometry", "edition__expected")
    )
    return list(found.order_by("edition__year"))


def school_years(code: str, edition: Edition | None = None, *, detail: bool = False) -> list[School]:
    """Everything published about one school, newest year first, if asked with the detail of its county; 404 when
    nothing is."""
    whole = _whole_schools(_versions_beside(edition, "county__edition"), code)
    rows = list(whole if detail else whole.defer("county__detail"))
    if not rows or (edition is not None and edition.pk not in {one.county.edition_id for one in rows}):
        raise Http404
    return rows


def _whole_schools(of: Q, code: str) -> QuerySet[School]:
    return (
        School.objects.filter(of, code=code)
        .select_related("county", "county__edition")
        .defer("county__summary", "county__indicators", "county__edition__geometry", "county__edition__expected")
        .order_by("-county__edition__year", "section")
    )


def school(edition: Edition, code: str, section: str) -> School:
    """One judged section of one school in one year, with its county."""
    found = School.objects.filter(county__edition=edition, code=code, section=section).select_related("county").first()
    if found is None:
        raise Http404
    return found


def expected(edition_id: int) -> list[dict[str, str]]:
    """The roster an edition was judged with."""
    held: list[dict[str, str]] = Edition.objects.values_list("expected", flat=True).get(pk=edition_id)
    return held


def path_of(county: str) -> str:
    """Where a county stands in the tree of organisations; "-" (which no reach covers) when it has no place there."""
    places = Organisation.objects.everything("where a county stands is no secret; the actor's reach is held against it")
    return places.filter(code=county).values_list("path", flat=True).first() or "-"


def roster(edition_id: int) -> pl.DataFrame | None:
    """The same as a table; None when the edition was judged without one."""
    rows = expected(edition_id)
    return pl.DataFrame(rows, infer_schema_length=None) if rows else None


@dataclass(frozen=True, slots=True)
class Found:
    """A school that answers a question: 0 exactly, 1 begins with it, 2 holds it."""

    rank: int
    code: str
    name: str
    sections: tuple[str, ...]
    county: dict[str, str]


MANY = 4000
"""School rows looked through for one question."""


def search_schools(question: str) -> list[Found]:
    """Schools whose name, code, pinyin or initials hold the question, the best first; each school once, as last
    published."""
    rows = (
        School.objects.filter(county__edition__current=True)
        .filter(_holds(question))
        .annotate(rank=_rank(question))
        .order_by("rank", "name", "code", "-county__edition__year", "section")
        .values_list("rank", "code", "name", "section", "county__edition__year", "county__name")[:MANY]
    )
    newest: dict[str, int] = {}
    held: dict[str, Found] = {}
    for rank, code, name, section, year, county in rows:
        if year >= newest.setdefault(code, year):
            before = held[code].sections if code in held else ()
            held[code] = Found(rank, code, name, (*before, section), county)
    return list(held.values())


def _holds(question: str) -> Q:
    return (
        Q(name__icontains=question)
        | Q(code__startswith=question)
        | Q(pinyin__contains=question)
        | Q(initials__contains=question)
    )


def _rank(question: str) -> Case:
    exact = Q(name__iexact=question) | Q(code=question)
    begins = Q(name__istartswith=question) | Q(code__startswith=question)
    for field in ("pinyin", "initials"):
        exact |= Q(**{f"{field}__contains": f"|{question}|"})
        begins |= Q(**{f"{field}__contains": f"|{question}"})
    return Case(When(exact, then=0), When(begins, then=1), default=2, output_field=IntegerField())


def pairs(edition: Edition) -> list[tuple[County, list[School]]]:
    """All counties of an edition with their judged school sections."""
    counties = edition.counties.prefetch_related(
        Prefetch("schools", School.objects.exclude(section=""), to_attr="judged")
    )
    return [(one, one.judged) for one in counties]


def some_schools(edition: Edition, keys: list[str]) -> list[School]:
    """School sections by ``code.section``, in the order asked for; what is not there is passed over."""
    wanted = [tuple(one.split(".", 1)) for one in keys]
    rows = School.objects.filter(county__edition=edition, code__in=[code for code, _section in wanted])
    held = {(one.code, one.section): one for one in rows.exclude(section="").select_related("county")}
    return [held[one] for one in wanted if one in held]

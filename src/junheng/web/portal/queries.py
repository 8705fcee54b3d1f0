"""Every query of the portal. Each page names the ones it asks; the tests pin how many."""

from django.http import Http404

from junheng.web.portal.models import County, Edition, School


def editions() -> list[Edition]:
    """All published school years, newest first, without their maps."""
    return list(Edition.objects.defer("geometry", "expected"))


def edition_of(published: list[Edition], year: int | None) -> Edition:
    """The edition of a year, or the newest; 404 when there is none."""
    found = next((one for one in published if year in (None, one.year)), None)
    if found is None:
        raise Http404
    return found


def geometry(edition: Edition) -> dict[str, object]:
    held: dict[str, object] = Edition.objects.values_list("geometry", flat=True).get(pk=edition.pk)
    return held


def counties(edition: Edition) -> list[County]:
    """The counties of a year as the city page shows them."""
    return list(edition.counties.defer("detail", "indicators"))


def county(edition: Edition, code: str) -> County:
    found = edition.counties.filter(code=code).first()
    if found is None:
        raise Http404
    return found


def schools(county: County) -> list[School]:
    """The judged school sections of a county; those that do not count are named in its detail."""
    return list(county.schools.exclude(section=""))


def county_years(code: str) -> list[County]:
    """The verdicts on one county, oldest first, for its trend."""
    found = (
        County.objects.filter(code=code)
        .select_related("edition")
        .defer("detail", "edition__geometry", "edition__expected")
    )
    return list(found.order_by("edition__year"))


def school_years(code: str) -> list[School]:
    """Everything published about one school, newest year first; 404 when nothing is."""
    found = (
        School.objects.filter(code=code)
        .select_related("county", "county__edition")
        .defer("county__detail", "county__summary", "county__indicators")
        .defer("county__edition__geometry", "county__edition__expected")
        .order_by("-county__edition__year", "section")
    )
    rows = list(found)
    if not rows:
        raise Http404
    return rows


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

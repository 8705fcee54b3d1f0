"""Ask what it costs at least that a county passes: a row that says what is asked, and a job that answers it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.urls import reverse

from junheng.balance import InputError
from junheng.policy.text import Text
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal, refuse_all
from junheng.web.operations.jobs import Work, enqueue, job
from junheng.web.portal.models import Edition
from junheng.web.workbench import queries as plans
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy import queries
from junheng.web.workbench.remedy.asking import Asked
from junheng.web.workbench.remedy.levers import faults_in
from junheng.web.workbench.remedy.opened import opened
from junheng.web.workbench.remedy.prices import Slot
from junheng.web.workbench.remedy.solving import costs_of, own_limits, solved, totals
from junheng.web.workbench.remedy.terms import terms_of

KIND = "remedy_study"
LONGEST = 100
"""Characters of a name."""


def start_remedy(actor: Actor, edition: Edition, county: str, asked: Asked, *, name: str = "") -> RemedyStudy:
    """The study, with its job in the queue; ``county`` is empty for all counties of the city.

    Raises:
        Http404: the county, or the city, is out of reach.
        Refusal: (422) the year has no such county, or a price is missing, each named.
    """
    place = plans.planned_place(actor, "plan.study", county)
    prices = _prices(place, edition, county, asked)
    with transaction.atomic():
        study = RemedyStudy.objects.create(
            organisation=place,
            county_code=county,
            edition_id=edition.pk,
            snapshot=edition.snapshot,
            standard=edition.standard,
            name=name.strip()[:LONGEST] or f"{place.name} {edition.year}",
            asked=asked.stored(),
            prices=prices,
            made_by_id=actor.user_id,
        )
        study.job = enqueue(KIND, key=f"remedy:{study.pk}", actor=actor, organisation=place, study=study.pk)
        study.save(update_fields=["job"])
        said = {"year": edition.year, "snapshot": edition.snapshot, "county": county, **asked.stored()}
        record(actor, "remedy.start", f"remedy:{study.pk}", path=place.path, after=said)
    return study


def _prices(place: Organisation, edition: Edition, county: str, asked: Asked) -> dict[str, Any]:
    """The prices of every county asked about, by its code."""
    known = queries.county_codes(edition)
    codes = [county] if county else known
    if not set(codes) <= set(known):
        raise Refusal("这一学年没有这个区县的学校。", "This school year has no schools of this county.", status=422)
    rows = Organisation.objects.everything("counties below the place, which was had within reach")
    below = rows.filter(kind=Kind.COUNTY, code__in=codes, path__startswith=place.path)
    places = {one.code: one for one in below}
    lacking: dict[Slot, None] = {}
    found = {}
    for code in codes:
        terms = terms_of(places.get(code, place), edition.standard, moving=asked.moving, ways=asked.ways)
        lacking |= dict.fromkeys(terms.lacking)
        found[code] = terms.prices
    if lacking:
        raise no_prices(lacking)
    if asked.ways:
        _fitting(edition, asked, found)
    return found


def _fitting(edition: Edition, asked: Asked, prices: Mapping[str, Mapping[str, Any]]) -> None:
    """Go on only when the ways of every county and their limits can be read.

    Raises:
        Refusal: (422) with everything that does not fit, once.
    """
    year = opened(edition)
    faults: dict[Text, None] = {}
    for code, held in prices.items():
        try:
            costs_of(year, held, own_limits(asked.limits, year, code), code)
        except InputError as error:
            faults |= dict.fromkeys(faults_in(error, year.law))
    refuse_all(faults)


def no_prices(lacking: Iterable[Slot]) -> Refusal:
    """Names every price that is missing."""
    titles = [one.title for one in lacking]
    zh, en = "、".join(one.zh for one in titles), "; ".join(one.en for one in titles)
    return Refusal(
        f"缺少单价，不能测算：{zh}。请先填写单价表。",
        f"Unit costs are missing: {en}. Fill in the price list first.",
        status=422,
    )


@job(KIND, title=Text("达标方案", "The cheapest plan that passes"))
def run(work: Work) -> dict[str, Any]:
    """Given ``study``."""
    study = queries.asked_remedy(work.given["study"])
    href = {"href": reverse("remedy-study", args=[study.pk])}
    if study.result is not None:
        return href
    work.progress(Text("读取数据", "Reading the data"))
    year = opened(queries.edition_of(study))

    names = queries.county_names(study.prices)

    def told(county: str, done: int, total: int) -> None:
        name = names[county]
        work.progress(Text(f"求解：{name.zh}", f"Solving: {name.en}"), done, total)

    result = solved(year, study.asked, study.prices, told)
    study.result, (study.cost, study.bound) = result, totals(result)
    with transaction.atomic():
        study.save(update_fields=["result", "cost", "bound"])
        after = {"cost": study.cost, "bound": study.bound}
        record(work.actor, "remedy.done", f"remedy:{study.pk}", path=study.organisation.path, after=after)
    return href

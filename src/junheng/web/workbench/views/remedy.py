"""The cheapest plan that passes: the price list, studies, one study with its lists, what-if, two side by side."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from junheng.policy.text import Text
from junheng.publish.table import Table
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.operations.models import JobState
from junheng.web.portal.law import DEFAULT, standard_of
from junheng.web.portal.tables import files_response, offer
from junheng.web.portal.words import listed, say
from junheng.web.workbench import queries as plans
from junheng.web.workbench.actions.set_prices import set_prices
from junheng.web.workbench.actions.start_remedy import start_remedy
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy import queries
from junheng.web.workbench.remedy.asking import USUAL_SECONDS, asked_in
from junheng.web.workbench.remedy.beside import cost_table, difference_table
from junheng.web.workbench.remedy.choosing import Choice
from junheng.web.workbench.remedy.figures import difference, figures
from junheng.web.workbench.remedy.keeping import KEEPING, kept_in, offered
from junheng.web.workbench.remedy.levers import PRICED, TITLES, levers_in_force, reached_by
from junheng.web.workbench.remedy.levers_told import leads_of, told_of, told_rows
from junheng.web.workbench.remedy.lists import SYNTHETIC_NOTE, Lists
from junheng.web.workbench.remedy.opened import opened
from junheng.web.workbench.remedy.prices import in_force, missing, slots
from junheng.web.workbench.remedy.questions import QUESTIONS, untried
from junheng.web.workbench.remedy.terms import lacking_at, ways_at
from junheng.web.workbench.remedy.trying import Trial, Tried, limits_of, trial_in, tried
from junheng.web.workbench.views.editor import own_script


@needs("plan.see")
@require_http_methods(["GET", "HEAD", "POST"])
def prices(request: HttpRequest) -> HttpResponse:
    """The unit costs of the city or of ``?place=`` (a county), those in force and every earlier list."""
    actor = actor_of(request)
    places = queries.priced_places(actor)
    if request.method != "POST":
        return _priced(request, actor, _place(places, request.GET.get("place", "")), places)
    if not actor.may("plan.edit"):
        raise NotAllowed("您没有编制规划的权限。", "You may not make plans.")
    code = request.POST.get("place", "")
    try:
        held = set_prices(actor, code, request.POST)
    except Refusal as fault:
        return _priced(request, actor, _place(places, code), places, fault)
    messages.success(request, _("单价表已保存；以前的单价表仍可查看。"))
    return redirect(f"{request.path}?place={held.organisation.code}")


def _place(places: list[Organisation], code: str) -> Organisation | None:
    return next((one for one in places if one.code == code), places[0] if places else None)


def _priced(
    request: HttpRequest,
    actor: Actor,
    place: Organisation | None,
    places: list[Organisation],
    fault: Refusal | None = None,
) -> HttpResponse:
    lists = queries.price_lists(place) if place else []
    held = in_force(lists, timezone.localdate())
    rows_of_ways = queries.levers_of(place) if place else []
    ways = levers_in_force(rows_of_ways, timezone.localdate())
    law = standard_of(DEFAULT)
    given, sent = request.POST, request.method == "POST"
    rows = []
    for one in slots(DEFAULT):
        price = held.get((one.verb, one.indicator))
        own = price if price and place and price.held.organisation_id == place.pk else None
        rows.append({"slot": one, "price": price, "own": own, "typed": _typed(given, one.name) if sent else None})
    context = {
        "place": place,
        "places": places,
        "rows": rows,
        "lists": lists,
        "lacking": missing(held, DEFAULT, moving=True, reached=reached_by(ways)),
        "levers": told_rows(ways, law),
        "lever_rows": told_rows(rows_of_ways, law),
        "means": TITLES,
        "edits": place is not None and actor.may("plan.edit", place.path),
        "today": given.get("valid_from", "") if sent else timezone.localdate().isoformat(),
        "fault": fault,
        "synthetic": any(one.held.synthetic for one in held.values()) or any(one.synthetic for one in ways),
    }
    return render(request, "workbench/remedy_prices.html", context, status=fault.status if fault else 200)


def _typed(given: Any, name: str) -> dict[str, str]:
    return {part or "yuan": given.get(f"{name}_{part}" if part else name, "") for part in ("", "low", "high", "source")}


@needs("plan.see")
@require_http_methods(["GET", "HEAD", "POST"])
def remedies(request: HttpRequest) -> HttpResponse:
    """The studies made, and a form for whoever may make one."""
    actor = actor_of(request)
    if request.method != "POST":
        return _listed(request, actor)
    if not actor.may("plan.study"):
        raise NotAllowed("您没有开展规划测算的权限。", "You may not run planning studies.")
    edition = queries.edition_of_year(request.POST.get("year", ""))
    county = request.POST.get("county", "")
    plans.planned_place(actor, "plan.study", county)
    asked, faults = asked_in(request.POST, standard_of(edition.standard), queries.school_codes(edition, county))
    if faults:
        return _listed(request, actor, faults)
    try:
        study = start_remedy(actor, edition, county, asked, name=request.POST.get("name", ""))
    except Refusal as fault:
        return _listed(request, actor, [fault.why], fault.status)
    return redirect("remedy-study", study.pk)


def _listed(request: HttpRequest, actor: Actor, faults: list[Text] | None = None, status: int = 422) -> HttpResponse:
    places = queries.priced_places(actor, "plan.study")
    context = {
        "studies": queries.remedies(actor),
        "studies_may": actor.may("plan.study"),
        "cities": [one for one in places if one.kind == "city"],
        "counties": [one for one in places if one.kind == "county"],
        "editions": queries.editions(),
        "indicators": standard_of(DEFAULT).indicators,
        "seconds": USUAL_SECONDS,
        "typed": request.POST if request.method == "POST" else request.GET,
        "levers": sum(one.means in PRICED for one in ways_at(places[0])) if places else 0,
        "asks_ways": request.method != "POST" or request.POST.get("ways") == "1",
        "asks_moving": request.method != "POST" or request.POST.get("moving") == "1",
        "lacking": lacking_at(places[0], DEFAULT, moving=True) if places else [],
        "faults": faults,
    }
    return render(request, "workbench/remedies.html", context, status=status if faults else 200)


@needs("plan.see")
@require_safe
def remedy_study(request: HttpRequest, study_id: int) -> HttpResponse:
    """One study: ``?county=`` narrows everything, ``?section=``, ``?indicator=`` and ``?sort=`` the actions."""
    study = queries.remedy_of(actor_of(request), study_id)
    if study.result is None:
        return render(request, "workbench/remedy_study.html", {"study": study})
    names = queries.county_names(study.prices)
    choice = Choice.of(request.GET, study.result)
    counties = choice.counties(study.result)
    law = standard_of(study.standard)
    notes = [SYNTHETIC_NOTE] if any(one["synthetic"] for one in study.prices.values()) else []
    made = Lists(counties, law, names, notes, leads_of(study.prices.values()))
    tables = made.all(choice.actions(counties))
    if (file := files_response(request, tables, study.name)) is not None:
        return file
    offers = {one.id: offer(request, _first_rows(one)) for one in tables}
    met = [one["code"] for one in counties if (one["check"] or {}).get("state") == "met"]
    context = {
        "met": met,
        "met_names": listed(say(names[one]) for one in met),
        "judged": [one for one in counties if len(met) == 1 or one["code"] not in met],
        "study": study,
        "questions": QUESTIONS,
        "choice": choice,
        "counties": counties,
        "names": names,
        "figures": figures(counties, study.prices),
        "indicators": law.indicators,
        "titles": made.titles,
        "actions": len(choice.actions(counties)),
        "offers": offers,
        "papers": [offers[one] for one in PAPERS if one in offers],
        "synthetic": bool(notes),
        "others": [one for one in queries.remedies(actor_of(request)) if one.pk != study.pk],
        **_asked(study, made.titles),
    }
    return render(request, "workbench/remedy_study.html", context)


PAPERS = ("projects", "purchases", "hiring", "training", "recognition", "conversions", "moves")
"""Lists for those who carry it out."""
MOST_ROWS = 150
"""Of a table on the page; files have all."""


def _first_rows(table: Table) -> Table:
    """The table as the page shows it, with a note where rows are left to the files."""
    if len(table.rows) <= MOST_ROWS:
        return table
    more = Text(
        f"本页只列前 {MOST_ROWS} 行，共 {len(table.rows)} 行，下载的文件里是全部",
        f"The page lists the first {MOST_ROWS} of {len(table.rows)} rows; files have all",
    )
    return replace(table, rows=table.rows[:MOST_ROWS]).with_notes([more])


def _asked(study: RemedyStudy, titles: dict[str, Text]) -> dict[str, Any]:
    """The limits of a study as the page tells them."""
    limits = study.asked["limits"]
    most = [
        (titles[id_], Text(*words), amount)
        for name, words in (("per_school", ("每校", "a school")), ("per_section", ("每学段", "a section")))
        for id_, amount in limits.get(name, {}).items()
    ]
    several = list(study.prices.values())
    return {
        "most": most,
        "budget": limits.get("budget"),
        "limits": limits,
        "levers": told_of(several, standard_of(study.standard)),
        "digests": sorted({one["digest"] for one in several if "digest" in one}),
    }


@needs("plan.see")
@own_script
@require_safe
def what_if(request: HttpRequest, study_id: int) -> HttpResponse:
    """What the fast method finds with other prices, pupils, limits; only the answer when the script asks."""
    study = queries.remedy_of(actor_of(request), study_id)
    if why := untried(study):
        context = {"study": study, "questions": QUESTIONS, "untried": why}
        return render(request, "workbench/remedy_what_if.html", context)
    year = opened(queries.edition_of(study))
    limits = limits_of(year, study)
    result = study.result or []
    kept, clashes = kept_in(request.GET.getlist("forbid"), request.GET.getlist("pin"), result)
    trial, wrong = trial_in(request.GET, limits)
    trial, faults = replace(trial, kept=kept), [*wrong, *clashes]
    budget = trial.budget if request.GET else study.asked["limits"].get("budget")
    plain = Tried(None, None) if faults else tried(year, study, Trial())
    found = plain if faults or not trial.changed else tried(year, study, trial)
    more, share = difference(found.cost, plain.cost)
    shown = {
        "study": study,
        "questions": QUESTIONS,
        "trial": trial,
        "limits": limits,
        "budget": budget,
        "faults": faults,
        "plain": plain,
        "found": found,
        "difference": more,
        "share": share,
        "linked": any(one["together"] for one in result),
        "names": queries.county_names(study.prices),
        "actions": offered(result),
        "verbs": KEEPING,
        "titles": {one.id: Text(f"{one.id} {one.short.zh}", f"{one.id} {one.short.en}") for one in year.law.indicators},
        "again": urlencode({"county": study.county_code, "year": study.edition.year, **kept.as_lines()}),
    }
    alone = request.headers.get("X-Requested-With") == "fetch"
    template = "workbench/remedy_tried.html" if alone else "workbench/remedy_what_if.html"
    return render(request, template, shown, status=422 if faults else 200)


@needs("plan.see")
@require_safe
def compared(request: HttpRequest) -> HttpResponse:
    """Two studies, ``?first=`` and ``?second=``: what they cost and which actions differ."""
    actor = actor_of(request)
    answered = [one for one in queries.remedies(actor) if one.job and one.job.state == JobState.DONE]
    known = {str(one.pk): one.pk for one in answered}
    chosen = [known[said] for name in ("first", "second") if (said := request.GET.get(name, "")) in known]
    context: dict[str, Any] = {"answered": answered, "chosen": chosen}
    if len(chosen) == 2:  # noqa: PLR2004 - two are compared
        first, second = (queries.remedy_of(actor, pk) for pk in chosen)
        names = queries.county_names({**first.prices, **second.prices})
        both = set(first.prices) & set(second.prices)
        tables = [cost_table([first, second], names), difference_table(first, second, standard_of(first.standard))]
        if (file := files_response(request, tables, f"{first.name} {second.name}")) is not None:
            return file
        offers = [offer(request, one) for one in tables] if both else []
        context |= {"first": first, "second": second, "offers": offers, "terms": _terms(first, second, both)}
    return render(request, "workbench/remedy_compare.html", context)


def _terms(first: RemedyStudy, second: RemedyStudy, counties: set[str]) -> str:
    """Whether both were answered with the ``same`` prices and ways in these counties or with ``other`` ones; empty
    where one of them kept no digest."""
    pairs = [(first.prices[code].get("digest"), second.prices[code].get("digest")) for code in counties]
    if not pairs or any(None in one for one in pairs):
        return ""
    return "same" if all(one == other for one, other in pairs) else "other"

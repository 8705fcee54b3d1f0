"""The further questions to a study, one page each: what a sum buys, what demands cost, how costs follow, which year."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.portal.law import standard_of
from junheng.web.portal.tables import files_response, offer
from junheng.web.workbench.actions.ask_remedy import ask_remedy
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy import queries
from junheng.web.workbench.remedy.drawing import bars_of, line_of
from junheng.web.workbench.remedy.further_tables import (
    Further,
    not_added_up,
    ordered,
    pairs,
    plain_cost,
    sections_title,
)
from junheng.web.workbench.remedy.levers_told import leads_of
from junheng.web.workbench.remedy.lists import SYNTHETIC_NOTE, Lists
from junheng.web.workbench.remedy.questions import MEASURES, QUESTIONS, USUAL_SHARE, asked_of


@needs("plan.see")
@require_http_methods(["GET", "HEAD", "POST"])
def budget(request: HttpRequest, study_id: int) -> HttpResponse:
    """What a sum of money brings to pass, what a million more does, and the curve."""
    return _page(request, study_id, "budget")


@needs("plan.see")
@require_http_methods(["GET", "HEAD", "POST"])
def demands(request: HttpRequest, study_id: int) -> HttpResponse:
    """What each demand and each school costs, and who drives a dispersion."""
    return _page(request, study_id, "demands")


@needs("plan.see")
@require_http_methods(["GET", "HEAD", "POST"])
def sensitivity(request: HttpRequest, study_id: int) -> HttpResponse:
    """How the cost follows pupils and unit costs."""
    return _page(request, study_id, "sensitivity")


@needs("plan.see")
@require_http_methods(["GET", "HEAD", "POST"])
def years(request: HttpRequest, study_id: int) -> HttpResponse:
    """Which school is paid for in which year."""
    return _page(request, study_id, "years")


def _page(request: HttpRequest, study_id: int, what: str) -> HttpResponse:
    """The question with its answer; whoever may make studies asks it anew."""
    actor = actor_of(request)
    study = queries.remedy_of(actor, study_id)
    if request.method != "POST":
        return _shown(request, study, what)
    if not actor.may("plan.study"):
        raise NotAllowed("您没有开展规划测算的权限。", "You may not run planning studies.")
    asked, faults = asked_of(what, request.POST, study, standard_of(study.standard))
    if faults:
        return _shown(request, study, what, faults)
    try:
        ask_remedy(actor, study, what, asked)
    except Refusal as fault:
        return _shown(request, study, what, [fault.why], fault.status)
    return redirect(f"remedy-{what}", study.pk)


def _shown(
    request: HttpRequest, study: RemedyStudy, what: str, faults: list[Text] | None = None, status: int = 422
) -> HttpResponse:
    law, names = standard_of(study.standard), queries.county_names(study.prices)
    notes = [SYNTHETIC_NOTE] if any(one["synthetic"] for one in study.prices.values()) else []
    ways = any(one.get("ways") for one in study.prices.values())
    further = Further(Lists(study.result or [], law, names, notes, leads_of(study.prices.values())), ways=ways)
    held = study.further.get(what)
    answered = held is not None and held["answer"] is not None
    tables = further.made(what, held) if held and answered else []
    if tables and (file := files_response(request, tables, f"{study.name} {QUESTIONS[what].zh}")) is not None:
        return file
    context = {
        "study": study,
        "what": what,
        "title": QUESTIONS[what],
        "questions": QUESTIONS,
        "names": names,
        "held": held,
        "answer": held["answer"] if held else None,
        "job": queries.job_of(held["job"]) if held and not answered else None,
        "offers": {one.id: offer(request, one) for one in tables},
        "tables": tables,
        "further": further,
        "scope": further.scope(what),
        "indicators": law.indicators,
        "synthetic": bool(notes),
        "studies_may": actor_of(request).may("plan.study", study.organisation.path),
        "typed": request.POST,
        "faults": faults,
        **(SHOWN[what](further, held) if held and answered else {}),
        "measures": MEASURES,
        "usual": USUAL_SHARE,
        "next_year": timezone.localdate().year + 1,
    }
    return render(request, f"workbench/remedy_{what}.html", context, status=status if faults else 200)


def _budget(_further: Further, held: dict[str, Any]) -> dict[str, Any]:
    answer = held["answer"]
    points, chosen, more = answer["points"], answer["chosen"], answer["one_million_more"]
    gained = {name: more[name] - chosen[name] for name in MEASURES} if chosen and more else None
    return {"line": line_of(answer), "now": points[0] if points else None, "gained": gained}


def _demands(further: Further, held: dict[str, Any]) -> dict[str, Any]:
    prices = ordered(held["answer"], schools=False)
    return {
        "prices": [(further.demand_title(one), code, section, one) for code, section, one in prices],
        "schools": [
            (code, sections_title(section), one) for code, section, one in ordered(held["answer"], schools=True)
        ],
        "drivers": [
            (part["county_code"], sections_title(part["section"]), one)
            for part in held["answer"]["sections"]
            for one in part["drivers"]
        ],
    }


def _sensitivity(further: Further, held: dict[str, Any]) -> dict[str, Any]:
    now = plain_cost(held["answer"])

    def moved(cost: float | None) -> float | None:
        return None if now is None or cost is None else cost - now

    rows = [(further.varied_title(what), moved(less[0]), moved(more[0])) for what, less, more in pairs(held["answer"])]
    return {"lacking": not_added_up(held["answer"]), "now": now, "bars": bars_of(rows), "share": held["asked"]["by"]}


def _years(_further: Further, held: dict[str, Any]) -> dict[str, Any]:
    order = held["answer"]["order"]
    return {"years": [f"year_{one['year']}" for one in order["years"]] if order else []}


SHOWN: Mapping[str, Callable[[Further, dict[str, Any]], dict[str, Any]]] = {
    "budget": _budget,
    "demands": _demands,
    "sensitivity": _sensitivity,
    "years": _years,
}

"""Many counties at once: upload a flat table, follow its study, see every county's cost, bound and reasons."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.portal.law import DEFAULT, standard_of
from junheng.web.portal.tables import files_response, offer
from junheng.web.workbench.actions.start_table_study import start_table_study
from junheng.web.workbench.asking import Asking
from junheng.web.workbench.remedy import queries
from junheng.web.workbench.remedy.asking import LONGEST, years_in
from junheng.web.workbench.remedy.county_lists import SORTS, action_table, counties_table, summed
from junheng.web.workbench.remedy.levers import PRICED
from junheng.web.workbench.remedy.levers_told import told_of
from junheng.web.workbench.remedy.lists import SYNTHETIC_NOTE
from junheng.web.workbench.remedy.terms import lacking_at, ways_at

FAST, EXACT = "fast", "exact"
USUAL_SECONDS = 3.0
"""For each county section of the exact method: a hundred counties take ten minutes at most."""


@needs("plan.see")
@require_http_methods(["GET", "HEAD", "POST"])
def tables(request: HttpRequest) -> HttpResponse:
    """The studies of uploaded tables, and a form for whoever may make studies of the whole city."""
    actor = actor_of(request)
    if request.method != "POST":
        return _listed(request)
    if not actor.may("plan.study"):
        raise NotAllowed("您没有开展规划测算的权限。", "You may not run planning studies.")
    asked, faults = _asked(request.POST)
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        faults.append(Text("请选择一个文件。", "Choose a file."))
    if faults or not isinstance(file, UploadedFile):
        return _listed(request, faults)
    try:
        study, faults = start_table_study(
            actor, file.name or "", file.chunks(), asked, name=request.POST.get("name", "")
        )
    except Refusal as fault:
        return _listed(request, [fault.why], fault.status)
    return _listed(request, faults) if study is None else redirect("remedy-table", study.pk)


def _asked(given: Mapping[str, str]) -> tuple[dict[str, Any], list[Text]]:
    asking = Asking(given)
    fast = asking.choice("method", Text("算法", "Method"), (FAST, EXACT), FAST) == FAST
    seconds = asking.number("seconds", Text("求解时间", "Seconds"), 1, LONGEST, USUAL_SECONDS)
    moving = given.get("moving") == "1" and not fast
    ways = given.get("ways") == "1"
    asked = {"fast": fast, "seconds": seconds, "moving": moving, "ways": ways, "years": years_in(asking)}
    return asked, asking.faults


def _listed(request: HttpRequest, faults: list[Text] | None = None, status: int = 422) -> HttpResponse:
    actor = actor_of(request)
    city = next((one for one in queries.priced_places(actor, "plan.study") if one.kind == "city"), None)
    context = {
        "studies": queries.table_studies(actor),
        "levers": sum(one.means in PRICED for one in ways_at(city)) if city else 0,
        "asks_ways": request.method != "POST" or request.POST.get("ways") == "1",
        "studies_may": city is not None and actor.may("plan.study"),
        "lacking": lacking_at(city, DEFAULT, moving=False) if city else [],
        "megabytes": settings.JUNHENG_UPLOAD_LIMIT // 1024**2,
        "seconds": USUAL_SECONDS,
        "typed": request.POST,
        "faults": faults,
    }
    return render(request, "workbench/remedy_tables.html", context, status=status if faults else 200)


@needs("plan.see")
@require_safe
def table(request: HttpRequest, study_id: int) -> HttpResponse:
    """One study: ``?sort=`` orders the counties, ``?county=`` shows what one of them does."""
    study = queries.table_study_of(actor_of(request), study_id)
    sort = request.GET.get("sort", "")
    sort = sort if sort in SORTS else ""
    counties = queries.answers_of(study)
    law = standard_of(study.standard)
    notes = [SYNTHETIC_NOTE] if study.prices["synthetic"] else []
    chosen = queries.county_answer(study, request.GET.get("county", ""))
    made = [counties_table(counties, study.digest, sort, notes)]
    if chosen is not None:
        made.append(action_table(chosen, law, notes))
    if (file := files_response(request, made, study.name)) is not None:
        return file
    context = {
        "study": study,
        "sums": summed(counties),
        "counties": counties,
        "offers": {one.id: offer(request, one) for one in made},
        "sort": sort,
        "sorts": SORTS,
        "chosen": chosen,
        "synthetic": bool(notes),
        "levers": told_of([study.prices], law),
    }
    return render(request, "workbench/remedy_table.html", context)

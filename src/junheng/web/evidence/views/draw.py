"""One drawing: commit, reveal, its result, and the records of the visits."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.evidence.actions.commit_draw import commit_draw
from junheng.web.evidence.actions.record_visit import record_visit
from junheng.web.evidence.actions.reveal_draw import reveal_draw
from junheng.web.evidence.models import Draw, Visit
from junheng.web.evidence.queries import draws
from junheng.web.evidence.sniff import ACCEPT
from junheng.web.evidence.views.asked import day, whole
from junheng.web.kit.refusal import Refusal

UNPROCESSABLE = 422


@needs("visits.draw")
@require_http_methods(["GET", "HEAD", "POST"])
def draw(request: HttpRequest, pk: int) -> HttpResponse:
    held = draws.draw_of(actor_of(request), pk)
    if request.method != "POST":
        return _page(request, held)
    try:
        _act(request, pk)
    except Refusal as fault:
        if fault.status != UNPROCESSABLE:
            raise
        return _page(request, held, fault.why)
    return redirect("draw", pk=pk)


def _act(request: HttpRequest, pk: int) -> None:
    revision = whole(request, "revision")
    match request.POST.get("do"):
        case "commit":
            commit_draw(actor_of(request), pk, revision=revision)
            messages.success(request, _("已承诺并公开，名单和种子不能再改。"))
        case "reveal":
            reveal_draw(actor_of(request), pk, revision=revision, public=request.POST.get("public", ""))
            messages.success(request, _("种子已公开，结果如下。"))
        case _:
            raise Http404


def shown(held: Draw) -> dict[str, Any]:
    """What the staff's page and the public one both show."""
    counties = draws.county_names(held.listed)
    names = {code: name for code, name, _stratum, _county in held.listed["units"]}
    strata = {code: stratum for code, _name, stratum, _county in held.listed["units"]}
    sizes: dict[str, int] = {}
    for stratum in sorted(strata.values()):
        sizes[stratum] = sizes.get(stratum, 0) + 1
    drawn = draws.result(held) if held.state == "revealed" else []
    return {
        "draw": held,
        "strata": [
            (draws.stratum_name(key, counties), size, held.listed["quotas"].get(key, 0)) for key, size in sizes.items()
        ],
        "drawn": [(code, names[code], draws.stratum_name(strata[code], counties), sent) for code, sent in drawn],
        "kept": draws.kept(held),
        "schools": len(names),
        "listed": [
            (code, name, draws.stratum_name(stratum, counties)) for code, name, stratum, _county in held.listed["units"]
        ],
    }


def _page(request: HttpRequest, held: Draw, fault: Text | None = None) -> HttpResponse:
    visits = {one.organisation.code: one for one in draws.visits(actor_of(request), held)}
    context = {
        **shown(held),
        "visits": visits,
        "people": [(code, held.names.get(code, ""), avoids) for code, avoids in held.listed["visitors"]],
        "fault": fault,
        "typed": request.POST,
    }
    return render(request, "evidence/draw.html", context, status=UNPROCESSABLE if fault else 200)


@needs("visits.draw")
@require_http_methods(["GET", "HEAD", "POST"])
def visit(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    held = draws.visit_of(actor_of(request), pk, code)
    if request.method != "POST":
        return _visit_page(request, held)
    try:
        record_visit(
            actor_of(request),
            pk,
            code,
            revision=whole(request, "revision"),
            visited_on=day(request, "visited_on"),
            text=request.POST.get("text", ""),
            files=[one for one in request.FILES.getlist("files") if not isinstance(one, list)],
        )
    except Refusal as fault:
        if fault.status != UNPROCESSABLE:
            raise
        return _visit_page(request, held, fault.why)
    messages.success(request, _("核查记录已保存。"))
    return redirect("draw", pk=pk)


def _visit_page(request: HttpRequest, held: Visit, fault: Text | None = None) -> HttpResponse:
    context = {
        "visit": held,
        "people": [(code, held.draw.names.get(code, "")) for code in held.visitors],
        "today": timezone.localdate(),
        "accept": ACCEPT,
        "fault": fault,
        "typed": request.POST,
    }
    return render(request, "evidence/visit.html", context, status=UNPROCESSABLE if fault else 200)

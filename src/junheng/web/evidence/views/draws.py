"""Drawings: the list, and planning a new one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from junheng.policy.draw import Visitor
from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.evidence.actions.plan_draw import plan_draw
from junheng.web.evidence.queries import cases, draws
from junheng.web.evidence.views.asked import whole
from junheng.web.kit.refusal import Refusal

UNPROCESSABLE = 422


@needs("visits.draw")
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    return render(request, "evidence/draws.html", {"draws": list(draws.draws(actor_of(request)))})


@needs("visits.draw")
@require_http_methods(["GET", "HEAD", "POST"])
def planned(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request)
    try:
        return redirect("draw", pk=_plan(request))
    except Refusal as fault:
        if fault.status != UNPROCESSABLE:
            raise
        return _form(request, fault.why)


def _plan(request: HttpRequest) -> int:
    people = [_person(line) for line in request.POST.get("visitors", "").splitlines() if line.strip()]
    held = plan_draw(
        actor_of(request),
        year=_year(request),
        title=request.POST.get("title", ""),
        quotas={key.removeprefix("quota:"): whole(request, key) for key in request.POST if key.startswith("quota:")},
        visitors=[one for one, _name in people],
        names={one.code: name for one, name in people},
        team=whole(request, "team"),
        source=request.POST.get("source", ""),
    )
    return int(held.pk)


def _person(line: str) -> tuple[Visitor, str]:
    """``number, account, codes to keep away from``."""
    number, name, avoids, *_rest = [*(part.strip() for part in line.replace("，", ",").split(",")), "", ""]
    if not number:
        raise Refusal(f"督学名单有一行没有编号：{line}", f"A line has no number: {line}", status=UNPROCESSABLE)
    return Visitor(number[:40], tuple(sorted(set(avoids.split())))), name[:60]


def _form(request: HttpRequest, fault: Text | None = None) -> HttpResponse:
    year = _year(request)
    sizes = draws.sizes(held := draws.units(actor_of(request), year))
    counties = draws.county_names({"units": [(one.code, one.name, one.stratum, one.county) for one in held]})
    people = draws.visitors(actor_of(request))
    context = {
        "year": year,
        "years": cases.years(),
        "strata": [
            (key, draws.stratum_name(key, counties), size, request.POST.get(f"quota:{key}", "0"))
            for key, size in sizes.items()
        ],
        "visitors": "\n".join(", ".join((one.code, one.name, " ".join(one.avoids))) for one in people),
        "fault": fault,
        "typed": request.POST,
    }
    return render(request, "evidence/plan.html", context, status=UNPROCESSABLE if fault else 200)


def _year(request: HttpRequest) -> int:
    years = cases.years()
    asked = request.POST.get("year") or request.GET.get("year", "")
    return int(asked) if asked in map(str, years) else years[0]

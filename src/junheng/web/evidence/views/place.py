"""The items of one county or school: what has been handed in, what is missing, who acts next."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.models import Kind
from junheng.web.evidence.lifecycle import who_next
from junheng.web.evidence.models import CaseState
from junheng.web.evidence.queries import cases


@needs("evidence.see")
@require_safe
def place(request: HttpRequest, year: int, code: str) -> HttpResponse:
    actor = actor_of(request)
    organisation = cases.place(actor, code)
    if school := request.GET.get("school"):
        return redirect("evidence-place", year=year, code=cases.place(actor, school).code)
    if year not in cases.years():
        raise Http404
    board = cases.board(actor, organisation, year)
    county = organisation.kind == Kind.COUNTY
    begun = list(cases.school_cases(actor, organisation, year)) if county else []
    items = {one.item.id: one.item for one in board}
    context = {
        "organisation": organisation,
        "year": year,
        "years": cases.years(),
        "lines": [(one, who_next(one.case)) for one in board],
        "missing": sum(one.case.state == CaseState.OPEN for one in board),
        "final": sum(one.case.state == CaseState.FINAL for one in board),
        "schools": list(cases.schools_of(actor, organisation)) if county else [],
        "begun": [(one, items.get(one.item), who_next(one)) for one in begun],
    }
    return render(request, "evidence/place.html", context)

"""The list of counties (or of one's schools), and what waits for the inspector."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.evidence.lifecycle import who_next
from junheng.web.evidence.models import CaseState
from junheng.web.evidence.queries import cases


@needs("evidence.see")
@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """One line a county; who has only one place is led there."""
    actor, years = actor_of(request), cases.years()
    asked = request.GET.get("year", "")
    year = int(asked) if asked in map(str, years) else years[0]
    lines = cases.places(actor, year)
    if len(lines) == 1:
        return redirect("evidence-place", year=year, code=lines[0].organisation.code)
    return render(request, "evidence/places.html", {"lines": lines, "year": year, "years": years})


@needs("evidence.judge")
@require_safe
def worklist(request: HttpRequest) -> HttpResponse:
    held = list(cases.worklist(actor_of(request)))
    items = cases.titles(held)
    lines = [(one, items.get(one.item), who_next(one)) for one in held]
    return render(request, "evidence/worklist.html", {"lines": lines, "states": CaseState})

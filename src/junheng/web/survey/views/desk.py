"""Surveys for the people who run them: the list, and opening one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.evidence.queries.cases import years
from junheng.web.evidence.views.asked import day, whole
from junheng.web.kit.refusal import Refusal
from junheng.web.survey.actions.open_survey import open_survey
from junheng.web.survey.queries import surveys

UNPROCESSABLE = 422


@needs("survey.see")
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    return render(request, "survey/list.html", {"surveys": list(surveys.surveys(actor_of(request)))})


@needs("survey.manage")
@require_http_methods(["GET", "HEAD", "POST"])
def opened(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request)
    try:
        held = open_survey(
            actor_of(request),
            request.POST.get("county", ""),
            year=whole(request, "year"),
            opens=day(request, "opens"),
            closes=day(request, "closes"),
            population=whole(request, "population") or None,
        )
    except Refusal as fault:
        return _form(request, fault.why, fault.status)
    return redirect("survey-desk", pk=held.pk)


def _form(request: HttpRequest, fault: Text | None = None, status: int = 200) -> HttpResponse:
    context = {
        "counties": list(surveys.counties(actor_of(request))),
        "years": years(),
        "today": timezone.localdate(),
        "fault": fault,
        "typed": request.POST,
    }
    return render(request, "survey/open.html", context, status=status)

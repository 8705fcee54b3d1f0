"""Results for everybody, once the publisher has released them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import public
from junheng.web.portal.tables import files_response, offer
from junheng.web.survey.queries import surveys


@public
@require_safe
def results(request: HttpRequest) -> HttpResponse:
    return render(request, "survey/results.html", {"surveys": list(surveys.released())})


@public
@require_safe
def result(request: HttpRequest, pk: int) -> HttpResponse:
    held = surveys.released_survey(pk)
    tables = surveys.tables(held)
    file = files_response(request, tables, f"{held.organisation.name} {held.year}")
    if file is not None:
        return file
    context = {
        "survey": held,
        "asked": surveys.questionnaire_of(held),
        "sample": surveys.sample_of(held),
        "offers": [offer(request, one) for one in tables],
    }
    return render(request, "survey/result.html", context)

"""All operations of the API on one object, and the addresses they are served at."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern
from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from junheng.web.accounts.access import public
from junheng.web.api.door import door
from junheng.web.api.openapi import document
from junheng.web.api.problem import of_exception
from junheng.web.api.views import (
    account,
    articles,
    corrections,
    counties,
    datasets,
    deciding,
    drawings,
    editions,
    events,
    evidence,
    explanations,
    finding,
    handing_in,
    jobs,
    law,
    outlooks,
    posts,
    posts_deciding,
    publication,
    rounds,
    schools,
    studies,
    submissions,
    surveys,
    talent_shares,
    verdicts,
    zonings,
)
from junheng.web.portal.kept import kept

KEPT = {"list_counties", "get_county", "get_county_years", "list_schools", "get_school", "get_school_years"}
"""Operations whose answers follow from the published editions alone."""


class Renderer(JSONRenderer):
    """JSON with Chinese as it is."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False}


api = NinjaAPI(
    title="均衡 junheng",
    version="1",
    urls_namespace="api-v1",
    docs_url=None,
    openapi_url=None,
    renderer=Renderer(),
)


def _answered(request: HttpRequest, fault: Any) -> HttpResponse:
    return of_exception(request, fault)


for _kind in list(api._exception_handlers):
    api.add_exception_handler(_kind, _answered)

api.add_router("/editions", editions.router)
api.add_router("", counties.router)
api.add_router("", schools.router)
api.add_router("/editions/{slug}", explanations.router)
api.add_router("/standards", law.router)
api.add_router("/articles", articles.router)
for _views in (verdicts, publication, datasets, finding, surveys, drawings, zonings):
    api.add_router("", _views.router)
for _views in (account, rounds, submissions, handing_in, corrections, evidence, deciding, jobs, events):
    api.add_router("", _views.router)
for _views in (posts, posts_deciding, outlooks, studies, talent_shares):
    api.add_router("", _views.router)


@public
@door
def openapi(_request: HttpRequest) -> HttpResponse:
    """The description of the API for programs."""
    return JsonResponse(document(api), json_dumps_params={"ensure_ascii": False})


def patterns() -> list[Any]:
    """Django's patterns of every operation, each behind the door."""
    found = [one for one in api.urls[0] if isinstance(one, URLPattern) and one.name != "api-root"]
    for one in found:
        answered = kept(one.callback, questions=True) if one.name in KEPT else one.callback
        one.callback = door(answered)
    return found

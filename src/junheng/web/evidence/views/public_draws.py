"""Drawings for everybody: what was committed to, what came out, and all that is needed to replay it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import public
from junheng.web.evidence.queries import draws
from junheng.web.evidence.views.draw import shown


@public
@require_safe
def public_draws(request: HttpRequest) -> HttpResponse:
    return render(request, "evidence/public_draws.html", {"draws": list(draws.published())})


@public
@require_safe
def public_draw(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "evidence/public_draw.html", shown(draws.published_draw(pk)))


@public
@require_safe
def draw_file(_request: HttpRequest, pk: int) -> HttpResponse:
    """The JSON that the replaying script reads."""
    held = draws.exported(draws.published_draw(pk))
    answer = JsonResponse(held, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = f'attachment; filename="draw-{pk}.json"'
    return answer

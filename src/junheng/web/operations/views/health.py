"""How the site is: one word for everybody, the particulars for whoever runs it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import needs, public
from junheng.web.operations.health import health, public_state


@public
@never_cache
@require_safe
def public_health(_request: HttpRequest) -> HttpResponse:
    state = public_state()
    return JsonResponse({"state": state}, status=200 if state == "ok" else 503)


@needs("system.run")
@never_cache
@require_safe
def desk_health(request: HttpRequest) -> HttpResponse:
    return render(request, "operations/health.html", {"checks": health()})

"""What happens around every address of the API: counting, HEAD, the reader's language, faults as problems, caching."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt

from junheng.web.accounts.access import public
from junheng.web.accounts.address import address_of
from junheng.web.api.language import asked_in
from junheng.web.api.limits import spend
from junheng.web.api.problem import of_exception, problem

View = Callable[..., HttpResponse]
CODES = {"zh": "zh-hans", "en": "en"}


def door(view: View) -> View:
    """The view as the API serves it. No session is looked at, so no other site's page can make a browser act here."""

    @csrf_exempt
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with override(CODES[asked_in(request)]):
            return _cached(request, _answer(request, view, args, kwargs))

    return answered


def _answer(request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponse:
    head = request.method == "HEAD"
    if head:
        request.method = "GET"
    try:
        if not request.headers.get("Authorization"):
            spend("address", address_of(request))
        answer = view(request, *args, **kwargs)
    except Exception as fault:  # noqa: BLE001 - the last door: whatever it is, it is answered as a problem
        answer = of_exception(request, fault)
    finally:
        request.method = "HEAD" if head else request.method
    return _no_method(request, answer) if answer.status_code == 405 else answer  # noqa: PLR2004


def _no_method(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    told = problem(request, 405)
    allowed = {one.strip() for one in answer.headers.get("Allow", "").split(",") if one.strip()}
    told["Allow"] = ", ".join(sorted(allowed | ({"HEAD"} if "GET" in allowed else set())))
    return told


def _cached(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Public answers may be kept and are asked for again by ETag; what a token opens is never kept."""
    if answer.has_header("Cache-Control"):
        return answer
    if request.headers.get("Authorization") or request.method not in {"GET", "HEAD"}:
        patch_cache_control(answer, no_store=True, private=True)
    else:
        patch_cache_control(answer, public=True, no_cache=True)
    return answer


@public
@door
def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:  # noqa: ARG001 - the address that was tried
    """Every other address below the API."""
    return problem(request, 404)

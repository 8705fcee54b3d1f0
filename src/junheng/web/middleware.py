"""What happens around any page: a request that is too large is turned away unread, an address that no page can have is
not found, a refusal becomes a page.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from junheng.web.api.problem import problem
from junheng.web.kit.refusal import Refusal

Handler = Callable[[HttpRequest], HttpResponse]


def limit_body(get_response: Handler) -> Handler:
    def answer(request: HttpRequest) -> HttpResponse:
        if _length(request) <= settings.JUNHENG_UPLOAD_LIMIT:
            return get_response(request)
        if request.path.startswith("/api/v1/"):
            return problem(request, 413)
        with translation.override("en" if request.path.startswith("/en/") else "zh-hans"):
            megabytes = settings.JUNHENG_UPLOAD_LIMIT // 1024**2
            return render(request, "portal/too_large.html", {"megabytes": megabytes}, status=413)

    return answer


def refuse_nul(get_response: Handler) -> Handler:
    """A zero byte is in no text of the database, and PostgreSQL does not even let one be looked for. The API says so
    in its own way.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        asked = (request.path_info, *(one for name, held in request.GET.lists() for one in (name, *held)))
        if not request.path_info.startswith("/api/v1/") and any("\0" in one for one in asked):
            raise Http404
        return get_response(request)

    return answer


def tell_refusal(get_response: Handler) -> Handler:
    """An action that says no is answered with its reason and its status."""

    def answer(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def refused(request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if not isinstance(fault, Refusal):
            return None
        return render(request, "portal/refusal.html", {"why": fault.why, "status": fault.status}, status=fault.status)

    answer.process_exception = refused  # type: ignore[attr-defined]
    return answer


def _length(request: HttpRequest) -> int:
    written = request.META.get("CONTENT_LENGTH") or "0"
    return int(written) if written.isdecimal() else 0

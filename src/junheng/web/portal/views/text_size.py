"""The large-text switch: a cookie on this browser, no script, back to the page it was pressed on."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import public


@public
@require_safe
def text_size(request: HttpRequest, size: str) -> HttpResponse:
    if size not in {"large", "normal"}:
        raise Http404
    back = request.GET.get("back", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    answer = HttpResponseRedirect(back)
    answer.set_cookie("text", size, max_age=365 * 24 * 3600, samesite="Lax", httponly=True)
    return answer

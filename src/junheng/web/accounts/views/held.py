"""A form that was sent too late is not lost: it is shown again after signing in, or with a fresh token."""

from allauth.account.utils import get_login_redirect_url
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from junheng.web.accounts.access import signed_in
from junheng.web.accounts.forms.signing_in import Login
from junheng.web.accounts.held import Held, drop, held_by, same_site, seal, typed
from junheng.web.accounts.held_words import rows_of
from junheng.web.accounts.signing_in_page import around_sign_in

UNAUTHORISED, FORBIDDEN = 401, 403


def sign_in_again(request: HttpRequest) -> HttpResponse | None:
    """The sign-in form, carrying what was just typed; None when nothing was."""
    held = typed(request)
    if held is None:
        return None
    given = {
        "form": Login(request=request),
        "held": seal(held),
        "files": held.files,
        "next": reverse("held"),
        **around_sign_in(request),
    }
    return render(request, "accounts/expired.html", given, status=UNAUTHORISED)


@signed_in
@require_http_methods(["GET", "POST"])
def held_form(request: HttpRequest) -> HttpResponse:
    """After signing in: the form as it was typed, ready to be sent. POST here gives it up."""
    if request.method == "POST":
        drop(request)
        return redirect(get_login_redirect_url(request))
    held = held_by(request)
    return _again(request, held, 200) if held else redirect("desk")


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django passes it by this name
    """The token of the form is stale, as after signing in elsewhere. What another site sent is never shown again."""
    held = typed(request) if same_site(request) and not _at_the_door(request.path) else None
    if held is None:
        return render(request, "accounts/stale_form.html", {"path": request.path}, status=FORBIDDEN)
    return _again(request, held, FORBIDDEN)


def _at_the_door(path: str) -> bool:
    """Whether a page takes passwords or one-time passwords, which are not shown again."""
    return path == reverse("account_login") or path.startswith(reverse("mfa_index"))


def _again(request: HttpRequest, held: Held, status: int) -> HttpResponse:
    return render(request, "accounts/held.html", {"held": held, "rows": rows_of(held)}, status=status)

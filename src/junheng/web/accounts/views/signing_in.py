"""The doors of allauth that this site opens, each marked with who may use it; all others stay shut."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.socialaccount import views as social
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from junheng.web.accounts import oidc
from junheng.web.accounts.access import SIGNED_IN, actor_of, public
from junheng.web.accounts.held import FIELD
from junheng.web.accounts.signing_in_page import around_sign_in

View = Callable[..., HttpResponse]
BAD_GATEWAY = 502


def own(view: View) -> View:
    """For whoever is signed in, also before the first duties are done: these pages are where they are done."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **given: Any) -> HttpResponse:
        if not actor_of(request).known:
            return redirect("account_login")
        return never_cache(view)(request, *args, **given)

    guarded.access = SIGNED_IN  # type: ignore[attr-defined]
    return guarded


def open_to_all(view: View) -> View:
    """A view of allauth's behind our mark, which is not put on the library's own function."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **given: Any) -> HttpResponse:
        return view(request, *args, **given)

    return public(opened)


class LoginPage(account.LoginView):  # type: ignore[misc]
    def get_context_data(self, **given: Any) -> dict[str, Any]:
        held = self.request.POST.get(FIELD, "")
        return {**super().get_context_data(**given), **around_sign_in(self.request), "held": held}


def _provider(request: HttpRequest, provider_id: str, walk: Any) -> HttpResponse:
    """Walk one step of the provider's flow; a provider that does not answer is a page, not a fault."""
    if not oidc.switched_on() or provider_id != oidc.PROVIDER:
        raise Http404
    adapter = oidc.CheckedAdapter(request, provider_id)
    try:
        answer: HttpResponse = walk.adapter_view(adapter)(request)
    except (oidc.Unreachable, OAuth2Error, KeyError, ValueError) as fault:
        answer = render_authentication_error(request, adapter.get_provider(), exception=fault)
        answer.status_code = BAD_GATEWAY
    return answer


@public
@never_cache
def provider_login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Off to the identity provider, to sign in and for nothing else."""
    onward = request.GET.get("next", "")
    request.GET = QueryDict(urlencode({"next": onward}) if onward else "")
    return _provider(request, provider_id, OAuth2LoginView)


@public
@never_cache
def provider_callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Back from the identity provider."""
    return _provider(request, provider_id, OAuth2CallbackView)


@public
def closed(request: HttpRequest, **_given: Any) -> HttpResponse:
    """Accounts are made and passwords reset by the administrator."""
    return render(request, "accounts/closed.html", status=404)


login = open_to_all(LoginPage.as_view())
logout = open_to_all(account.logout)
inactive = open_to_all(account.account_inactive)
change_password = own(account.password_change)
reauthenticate = own(account.reauthenticate)
second_step = open_to_all(mfa.authenticate)
second_step_again = own(mfa.reauthenticate)
second_factor = own(mfa.index)
activate = own(totp.activate_totp)
deactivate = own(totp.deactivate_totp)
see_codes = own(codes.view_recovery_codes)
make_codes = own(codes.generate_recovery_codes)
cancelled = open_to_all(social.login_cancelled)

"""What the sign-in page says besides its two fields."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from junheng.web.accounts import oidc
from junheng.web.accounts.queries import demo_accounts


def around_sign_in(request: HttpRequest) -> dict[str, Any]:
    """The way to the identity provider, whether a second factor is asked for, and in a demo its accounts."""
    from junheng.web.accounts.actions.demo_people import DEMO_PASSWORD

    return {
        "provider": oidc.button(),
        "provider_url": _provider_url(request),
        "second_factor": settings.JUNHENG_SECOND_FACTOR,
        "demo": demo_accounts(),
        "demo_password": DEMO_PASSWORD if settings.JUNHENG_DEMO else "",
    }


def _provider_url(request: HttpRequest) -> str:
    if not oidc.switched_on():
        return ""
    onward = request.GET.get("next", "")
    url = reverse("openid_connect_login", args=[oidc.PROVIDER])
    return f"{url}?{urlencode({'next': onward})}" if onward else url

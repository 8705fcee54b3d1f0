"""Signing in by the city's identity provider (统一身份认证, OpenID Connect Core 1.0).

allauth walks the code flow with state and PKCE; added here is what it leaves to the transport: the signature of the
identity token is checked against the provider's keys, and so are issuer, audience, times and nonce. All that is taken
from the token is the subject. Who that is was said by the administrator; nobody gets an account by having one there.
"""

import hmac
from typing import Any

import jwt
import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render

from junheng.web.kit.crypto import keyed

PROVIDER = "city"
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Public-key signatures only: with these, nobody who can read the provider's keys can write a token."""
LEEWAY = 30
"""Seconds by which the clocks may differ."""


def switched_on() -> bool:
    """Whether the site knows an identity provider."""
    return bool(settings.SOCIALACCOUNT_PROVIDERS)


def button() -> str:
    """The words on the provider's button; empty without one."""
    return str(settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["name"]) if switched_on() else ""


def nonce_of(state: str) -> str:
    """The nonce of a sign-in: bound to its state, so that nothing more has to be remembered."""
    return keyed("oidc-nonce", state)


class NoncedClient(OAuth2Client):  # type: ignore[misc]
    def get_redirect_url(self, authorization_url: str, scope: list[str], extra_params: dict[str, str]) -> str:
        given = {**extra_params, "nonce": nonce_of(str(self.state))}
        return str(super().get_redirect_url(authorization_url, scope, given))


class CheckedAdapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    client_class = NoncedClient

    @property
    def openid_config(self) -> dict[str, Any]:
        held: dict[str, Any] = super().openid_config
        issuer = self.get_provider().app.settings["server_url"]
        if not isinstance(held, dict) or str(held.get("issuer", "")).rstrip("/") != issuer.rstrip("/"):
            raise OAuth2Error("the provider names another issuer")
        return held

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **given: Any) -> Any:  # noqa: ARG002
        claims = self.checked(app.client_id, given["response"].get("id_token") or "")
        if not hmac.compare_digest(str(claims.get("nonce", "")), nonce_of(request.GET.get("state", ""))):
            raise OAuth2Error("wrong nonce")
        return self.get_provider().sociallogin_from_response(request, {"id_token": claims})

    def checked(self, client: str, token: str) -> dict[str, Any]:
        """The claims of an identity token that was signed by the provider, for this site, and still holds.

        Raises:
            OAuth2Error: it is none.
        """
        try:
            claims: dict[str, Any] = jwt.decode(
                token,
                self._key(token),
                algorithms=list(ALGORITHMS),
                audience=client,
                issuer=self.openid_config["issuer"],
                leeway=LEEWAY,
                options={"require": ["exp", "iat", "iss", "aud", "sub"]},
            )
        except (jwt.PyJWTError, KeyError) as fault:
            raise OAuth2Error("the identity token does not hold") from fault
        if isinstance(claims["aud"], list) and len(claims["aud"]) > 1 and claims.get("azp") != client:
            raise OAuth2Error("the identity token was made for another site")
        return claims

    def _key(self, token: str) -> Any:
        name = jwt.get_unverified_header(token).get("kid")
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
            keys = jwt.PyJWKSet.from_dict(answer.json()).keys
        found = [one for one in keys if name is None or one.key_id == name]
        if len(found) != 1:
            raise jwt.InvalidKeyError("no such key")
        return found[0].key


class CityProvider(OpenIDConnectProvider):  # type: ignore[misc]
    oauth2_adapter_class = CheckedAdapter

    def extract_extra_data(self, data: Any) -> dict[str, Any]:  # noqa: ARG002
        """Nothing of what the provider knows about a person is kept."""
        return {}

    def extract_common_fields(self, data: Any) -> dict[str, Any]:  # noqa: ARG002
        return {}

    def extract_email_addresses(self, data: Any) -> list[Any]:  # noqa: ARG002
        return []

    def get_auth_params_from_request(self, request: HttpRequest, action: str) -> dict[str, str]:  # noqa: ARG002
        """What the address says changes nothing in what the provider is asked."""
        return dict(self.get_auth_params())

    def get_scope_from_request(self, request: HttpRequest) -> list[str]:  # noqa: ARG002
        return list(self.get_scope())


class CityIdentity(DefaultSocialAccountAdapter):  # type: ignore[misc]
    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> CityProvider:
        return CityProvider(request, app=self.get_app(request, provider=provider, client_id=client_id))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Known people only; nobody connects an account by oneself."""
        if sociallogin.is_existing and sociallogin.state.get("process") == "login":
            return
        known = {"subject": sociallogin.account.uid, "button": button()}
        raise ImmediateHttpResponse(render(request, "accounts/unknown_identity.html", known, status=403))


Unreachable = requests.RequestException
"""What the provider's silence raises."""

"""Signing in by the city's identity provider, over real HTTP, and every way to cheat at it."""

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from junheng.web.accounts.actions.connect_identity import connect_identity
from junheng.web.accounts.models import User
from junheng.web.accounts.oidc import button, nonce_of, switched_on
from junheng.web.audit.models import Event
from junheng.web.settings.signing_in import identity_providers
from tests.web.accounts.idp import CLIENT, SECRET, STRANGE_KEY, Provider
from tests.web.people import People

START = "/accounts/provider/city/"


@pytest.fixture
def provider(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    with Provider() as running:
        monkeypatch.setenv("JUNHENG_OIDC_ISSUER", running.issuer)
        monkeypatch.setenv("JUNHENG_OIDC_CLIENT", CLIENT)
        monkeypatch.setenv("JUNHENG_OIDC_SECRET", SECRET)
        settings.SOCIALACCOUNT_PROVIDERS = identity_providers()
        yield running


@pytest.fixture
def known(staff: People, provider: Provider) -> User:
    connect_identity(staff.actor("system_admin"), staff.users["planner"].pk, provider.subject)
    return staff.users["planner"]


def to_provider(client: Client, onward: str = "") -> str:
    """The address the browser is sent to."""
    answer = client.get(START, {"next": onward} if onward else {})
    assert answer.status_code == 302
    return answer["Location"]


def back(address: str) -> str:
    """What the provider answers the browser: the way back to this site, without the host."""
    answer = requests.get(address, allow_redirects=False, timeout=10)
    return answer.headers["Location"].removeprefix("http://testserver")


def walk(client: Client, onward: str = "") -> HttpResponse:
    return client.get(back(to_provider(client, onward)))  # type: ignore[return-value]


def signed_in(client: Client) -> bool:
    return client.get("/accounts/me/").status_code == 200


def test_the_whole_way_signs_the_connected_account_in(known: User, client: Client) -> None:
    answer = walk(client, "/accounts/me/")
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/me/")
    assert "planner" in client.get("/accounts/me/").content.decode()
    assert Event.objects.get(verb="sign_in").target == f"user:{known.pk}"


def test_nothing_the_provider_tells_of_a_person_is_kept(known: User, client: Client) -> None:
    walk(client)
    held = SocialAccount.objects.get()
    assert (held.uid, held.extra_data) == ("sub-0001", {})
    assert not SocialToken.objects.exists()
    known.refresh_from_db()
    assert known.name == "planner"


def test_the_provider_is_asked_with_state_nonce_challenge_and_no_more_than_openid(
    known: User, provider: Provider, client: Client
) -> None:
    address = to_provider(client)
    asked = {name: values[0] for name, values in parse_qs(urlparse(address).query).items()}
    assert asked["scope"] == "openid"
    assert asked["response_type"] == "code"
    assert asked["nonce"] == nonce_of(asked["state"])
    assert asked["code_challenge_method"] == "S256"
    assert SECRET not in address


def test_the_address_cannot_change_what_the_provider_is_asked(known: User, client: Client) -> None:
    answer = client.get(START, {"auth_params": "prompt=none&nonce=1", "scope": "admin", "process": "connect"})
    assert "admin" not in answer["Location"]
    assert "prompt" not in answer["Location"]
    assert "nonce=1&" not in answer["Location"]


@pytest.mark.parametrize("onward", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_it_leads_nowhere_else(known: User, client: Client, onward: str) -> None:
    assert walk(client, onward)["Location"] == "/desk/"


def test_who_is_unknown_here_is_told_the_remedy_and_gets_no_account(
    staff: People, provider: Provider, client: Client
) -> None:
    before = User.objects.count()
    answer = walk(client)
    assert answer.status_code == 403
    said = answer.content.decode()
    assert "sub-0001" in said
    assert "系统管理员" in said
    assert not signed_in(client)
    assert User.objects.count() == before
    assert not SocialAccount.objects.exists()


def test_an_account_that_is_off_is_not_signed_in(known: User, client: Client) -> None:
    User.objects.filter(pk=known.pk).update(is_active=False)
    assert walk(client)["Location"] == "/accounts/inactive/"
    assert not signed_in(client)
    assert client.get("/accounts/inactive/").status_code == 200


def test_a_demo_account_is_not_signed_in_outside_a_demo(known: User, client: Client) -> None:
    User.objects.filter(pk=known.pk).update(demo=True)
    walk(client)
    assert not signed_in(client)


def test_an_initial_password_is_no_duty_of_who_comes_by_the_provider(known: User, client: Client) -> None:
    User.objects.filter(pk=known.pk).update(must_change_password=True)
    walk(client)
    assert signed_in(client)


CHEATS: dict[str, dict[str, Any]] = {
    "another signer": {"signer": STRANGE_KEY},
    "no such key": {"kid": "k9"},
    "signed with the client's secret": {"signer": SECRET * 4, "algorithm": "HS256"},
    "not signed": {"signer": None, "algorithm": "none"},
    "another audience": {"claims": {"aud": "somebody-else"}},
    "made for two, authorised to the other": {"claims": {"aud": [CLIENT, "other"], "azp": "other"}},
    "another issuer": {"claims": {"iss": "https://evil.example"}},
    "expired": {"claims": {"exp": int(time.time()) - 600}},
    "without end": {"claims": {"exp": None}},
    "not yet": {"claims": {"nbf": int(time.time()) + 86400}},
    "another nonce": {"claims": {"nonce": "replayed"}},
    "without nonce": {"claims": {"nonce": None}},
    "without subject": {"claims": {"sub": None}},
    "empty subject": {"claims": {"sub": ""}},
    "no identity token": {"no_token": True},
    "another issuer in its description": {"configured_issuer": "https://evil.example"},
}


@pytest.mark.parametrize("name", list(CHEATS))
def test_a_cheating_provider_signs_nobody_in(known: User, provider: Provider, client: Client, name: str) -> None:
    address = to_provider(client)
    provider.cheat = CHEATS[name]
    answer = client.get(back(address))
    assert answer.status_code in {401, 502}, name
    assert "没有登录" in answer.content.decode()
    assert not signed_in(client)
    assert not Event.objects.filter(verb="sign_in").exists()


def test_a_wrong_state_a_used_state_and_anothers_state(known: User, client: Client) -> None:
    address = back(to_provider(client))
    assert client.get(address.replace("state=", "state=x")).status_code == 401
    assert Client().get(address).status_code == 401
    assert not signed_in(client)
    assert client.get(address).status_code == 302
    client.logout()
    assert client.get(address).status_code == 401
    assert not signed_in(client)


def test_a_guessed_code_and_a_bare_callback(known: User, client: Client) -> None:
    address = back(to_provider(client))
    assert client.get(address.replace("code=code", "code=guess")).status_code in {401, 502}
    assert client.get(f"{START}callback/").status_code == 401
    assert not signed_in(client)


def test_cancelled_at_the_provider(known: User, client: Client) -> None:
    state = parse_qs(urlparse(to_provider(client)).query)["state"][0]
    answer = client.get(f"{START}callback/", {"error": "access_denied", "state": state})
    assert answer["Location"] == "/accounts/provider/cancelled/"
    assert client.get(answer["Location"]).status_code == 200


def test_a_provider_that_is_down_is_a_page(known: User, provider: Provider, client: Client) -> None:
    provider.__exit__(None, None, None)
    answer = client.get(START)
    assert answer.status_code == 502
    assert "没有应答" in answer.content.decode()


def test_without_a_provider_there_is_no_button_and_no_page(staff: People, client: Client) -> None:
    assert not switched_on()
    assert button() == ""
    assert "provider/city" not in client.get("/accounts/login/").content.decode()
    for page in (START, f"{START}callback/", "/accounts/provider/other/"):
        assert client.get(page).status_code == 404


def test_with_one_there_is_a_button_that_keeps_the_way(known: User, client: Client) -> None:
    said = client.get("/accounts/login/?next=/accounts/me/").content.decode()
    assert "统一身份认证" in said
    assert f'href="{START}?next=%2Faccounts%2Fme%2F"' in said
    assert client.get("/accounts/provider/other/").status_code == 404

"""What allauth asks the site."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client, RequestFactory
from pytest_django import Settings

from junheng.web.accounts.adapters import SecondFactor, SignIn
from tests.web.accounts.conftest import SignIn as SignInForm
from tests.web.people import PASSWORD, People


def test_nobody_signs_up() -> None:
    assert not SignIn().is_open_for_signup(RequestFactory().get("/"))


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("/desk/", True),
        ("/desk/?a=http://x", True),
        ("https://evil.example/", False),
        ("//evil.example", False),
        ("http://127.0.0.1/", False),
        ("/\\evil.example", False),
        ("javascript:alert(1)", False),
    ],
)
def test_sign_in_leads_to_pages_of_this_site_alone(
    staff: People, sign_in: SignInForm, client: Client, url: str, safe: bool
) -> None:
    assert SignIn().is_safe_url(url) is safe
    answer = sign_in(client, "planner", PASSWORD, next=url)
    assert answer["Location"] == (url if safe else "/desk/")


def test_the_secret_of_the_second_factor_is_ciphertext_on_disk(staff: People) -> None:
    secret = generate_totp_secret()
    TOTP.activate(staff.users["planner"], secret)
    held = Authenticator.objects.get().data["secret"]
    assert secret not in held
    assert SecondFactor().decrypt(held) == secret


def test_who_must_have_it_cannot_switch_it_off(staff: People, settings: Settings) -> None:
    settings.JUNHENG_SECOND_FACTOR = True
    for role, may in (("inspector", False), ("planner", True)):
        TOTP.activate(staff.users[role], generate_totp_secret())
        held = Authenticator.objects.get(user=staff.users[role])
        assert SecondFactor().can_delete_authenticator(held) is may
    assert SecondFactor().get_totp_issuer() == "junheng"

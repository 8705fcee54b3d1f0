"""The doors that are open, the second step from setting up to recovery codes, and the doors that are shut."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from junheng.web.accounts.models import User
from junheng.web.audit.models import Event
from tests.web.accounts.conftest import SignIn
from tests.web.people import PASSWORD, People


@pytest.fixture(autouse=True)
def _second_factor(settings: Settings) -> None:
    settings.JUNHENG_SECOND_FACTOR = True
    cache.clear()


def one_time(secret: str) -> str:
    counters = list(yield_hotp_counters_from_time())
    return str(format_hotp_value(hotp_value(secret, counters[len(counters) // 2])))


def set_up(client: Client) -> tuple[str, HttpResponse]:
    page = client.get("/accounts/2fa/totp/activate/").content.decode()
    found = re.search(r'<code class="secret">([A-Z2-7]+)</code>', page)
    assert found is not None
    return found[1], client.post("/accounts/2fa/totp/activate/", {"code": one_time(found[1])})  # type: ignore[return-value]


@pytest.fixture
def inspector(staff: People, sign_in: SignIn) -> str:
    """An inspector whose second factor is set up; gives its secret."""
    client = Client()
    sign_in(client, "inspector")
    secret, answer = set_up(client)
    assert answer["Location"] == "/accounts/2fa/recovery-codes/"
    cache.clear()  # a code works once; here half a minute has passed
    return secret


def test_who_needs_it_sets_it_up_first_and_then_may_work(
    staff: People,
    sign_in: SignIn,
    client: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    assert sign_in(client, "inspector")["Location"] == "/desk/"
    assert client.get("/accounts/me/")["Location"] == "/accounts/2fa/totp/activate/"
    with django_capture_on_commit_callbacks(execute=True):
        _secret, answer = set_up(client)
    codes = client.get(answer["Location"])
    assert codes.content.decode().count('<code class="secret">') == 10
    assert client.get("/accounts/me/").status_code == 200
    assert set(Event.objects.values_list("verb", flat=True)) >= {"sign_in", "second_factor.on"}


def test_then_the_password_alone_opens_nothing(inspector: str, sign_in: SignIn, client: Client) -> None:
    assert sign_in(client, "inspector")["Location"] == "/accounts/2fa/authenticate/"
    assert client.get("/accounts/me/").status_code == 302
    assert client.get("/accounts/2fa/authenticate/").status_code == 200
    answer = client.post("/accounts/2fa/authenticate/", {"code": one_time(inspector)})
    assert answer["Location"] == "/desk/"
    assert client.get("/accounts/me/").status_code == 200


def test_a_code_works_once(inspector: str, sign_in: SignIn) -> None:
    code = one_time(inspector)
    for at in range(2):
        client = Client()
        sign_in(client, "inspector")
        assert client.post("/accounts/2fa/authenticate/", {"code": code}).status_code == (200 if at else 302)


def test_a_recovery_code_takes_its_place_once(inspector: str, sign_in: SignIn) -> None:
    held = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES)
    code = RecoveryCodes(held).get_unused_codes()[0]
    for at in range(2):
        client = Client()
        sign_in(client, "inspector")
        assert client.post("/accounts/2fa/authenticate/", {"code": code}).status_code == (200 if at else 302)


def test_wrong_codes_lock_like_wrong_passwords(inspector: str, sign_in: SignIn, client: Client) -> None:
    sign_in(client, "inspector")
    answers = [client.post("/accounts/2fa/authenticate/", {"code": "000000"}).status_code for _at in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    assert client.post("/accounts/2fa/authenticate/", {"code": one_time(inspector)}).status_code == 429
    assert client.get("/accounts/me/").status_code == 302
    assert sign_in(Client(), "inspector").status_code == 429
    assert Event.objects.filter(verb="sign_in.locked").count() == 1


def test_the_right_password_between_wrong_codes_gives_no_new_tries(inspector: str, sign_in: SignIn) -> None:
    seen = []
    for _at in range(5):
        client = Client()
        sign_in(client, "inspector")
        seen.append(client.post("/accounts/2fa/authenticate/", {"code": "000000"}).status_code)
    assert seen == [200, 200, 200, 200, 429]


def test_who_needs_it_cannot_switch_it_off(inspector: str, sign_in: SignIn, client: Client) -> None:
    sign_in(client, "inspector")
    client.post("/accounts/2fa/authenticate/", {"code": one_time(inspector)})
    page = client.get("/accounts/2fa/totp/deactivate/")
    assert "不能停用" in page.content.decode()
    client.post("/accounts/2fa/totp/deactivate/")
    assert Authenticator.objects.filter(type=Authenticator.Type.TOTP).exists()


def test_who_does_not_need_it_may_have_it_and_leave_it(staff: People, sign_in: SignIn, client: Client) -> None:
    sign_in(client, "planner")
    set_up(client)
    assert "已绑定" in client.get("/accounts/2fa/").content.decode()
    client.post("/accounts/2fa/totp/deactivate/")
    assert not Authenticator.objects.exists()
    assert "second_factor.off" in set(Event.objects.values_list("verb", flat=True))


def test_changing_the_second_factor_asks_for_the_password_again(
    staff: People, sign_in: SignIn, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(client, "planner")
    later = time.time() + 3600
    monkeypatch.setattr("junheng.web.accounts.adapters.time.time", lambda: later)
    answer = client.get("/accounts/2fa/totp/activate/")
    assert answer["Location"].startswith("/accounts/reauthenticate/")
    page = client.get(answer["Location"])
    assert page.status_code == 200
    wrong = client.post("/accounts/reauthenticate/", {"password": "wrong"})
    assert wrong.status_code == 200


def test_new_recovery_codes_replace_the_old(inspector: str, sign_in: SignIn, client: Client) -> None:
    sign_in(client, "inspector")
    client.post("/accounts/2fa/authenticate/", {"code": one_time(inspector)})
    held = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES)
    before = RecoveryCodes(held).get_unused_codes()
    assert client.get("/accounts/2fa/recovery-codes/generate/").status_code == 200
    client.post("/accounts/2fa/recovery-codes/generate/")
    held = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES)
    assert not set(before) & set(RecoveryCodes(held).get_unused_codes())


@pytest.mark.parametrize(
    "page", ["signup", "password/reset", "password/set", "email", "provider/connections", "provider/signup"]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_shut_doors_are_shut_and_say_so(staff: People, page: str, method: str) -> None:
    before = User.objects.count()
    given = {"username": "sneaky", "password1": PASSWORD, "password2": PASSWORD, "email": "a@b.example"}
    answer = getattr(Client(), method)(f"/accounts/{page}/", given)
    assert answer.status_code == 404
    assert "系统管理员" in answer.content.decode()
    assert User.objects.count() == before


@pytest.mark.parametrize("name", ["mfa_download_recovery_codes", "mfa_add_webauthn", "account_request_login_code"])
def test_doors_nobody_needs_are_not_there(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize(
    "page",
    ["password/change", "reauthenticate", "2fa", "2fa/totp/activate", "2fa/totp/deactivate", "2fa/recovery-codes"],
)
def test_own_pages_ask_to_sign_in(db: None, client: Client, page: str) -> None:
    for answer in (client.get(f"/accounts/{page}/"), client.post(f"/accounts/{page}/")):
        assert answer["Location"] == "/accounts/login/"


def test_the_second_step_is_nobodys_who_has_not_taken_the_first(db: None, client: Client) -> None:
    assert client.get("/accounts/2fa/authenticate/")["Location"] == "/accounts/login/"


def test_a_weak_new_password_is_told_on_its_field(staff: People, client: Client, sign_in: SignIn) -> None:
    sign_in(client, "planner")
    given = {"oldpassword": PASSWORD, "password1": "planner", "password2": "planner"}
    answer = client.post("/accounts/password/change/", given)
    said = answer.content.decode()
    assert 'aria-invalid="true"' in said
    assert 'role="alert"' in said
    assert staff.users["planner"].check_password(PASSWORD)


def test_no_page_of_the_door_has_a_script_and_each_has_labels(staff: People, sign_in: SignIn, client: Client) -> None:
    pages = [client.get("/accounts/login/"), client.get("/en/accounts/login/")]
    sign_in(client, "planner")
    pages += [client.get(f"/accounts/{one}/") for one in ("password/change", "2fa", "2fa/totp/activate", "logout")]
    for page in pages:
        said = page.content.decode()
        assert page.status_code == 200
        assert "<script" not in said
        assert " style=" not in said
        visible = [one for one in re.findall(r"<input[^>]*>", said) if 'type="hidden"' not in one]
        for one in visible:
            found = re.search(r'id="([^"]+)"', one)
            assert found is not None, one
            assert f'for="{found[1]}"' in said

"""A form that comes after the session ended is not lost, and nobody can make one up for somebody else."""

import re
import time
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory

from junheng.web.accounts import held
from junheng.web.accounts.held import LIMIT, Held, same_site, seal, typed, unseal
from junheng.web.accounts.models import Organisation, User
from tests.web.people import COUNTY, PASSWORD, People

NEW = "/accounts/organisations/new/"
TYPED = {
    "kind": "school",
    "code": "2141000077",
    "name": '很长的<b>"新校"</b>',
    "name_en": "",
    "school_type": "211",
    "parent": COUNTY,
}


def hidden(answer: Any, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', answer.content.decode())
    assert found is not None, name
    return unescape(found[1])


def test_the_whole_way_from_a_lost_session_to_the_saved_form(staff: People) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(staff.users["system_admin"], "junheng.web.accounts.backend.DeskBackend")
    token = hidden(client.get(NEW), "csrfmiddlewaretoken")
    client.session.flush()
    answer = client.post(NEW, {**TYPED, "csrfmiddlewaretoken": token})
    assert answer.status_code == 401
    assert "没有丢失" in answer.content.decode()
    assert not Organisation.objects.everything("a test").filter(code=TYPED["code"]).exists()

    given = {name: hidden(answer, name) for name in ("csrfmiddlewaretoken", "held", "next")}
    wrong = client.post("/accounts/login/", {**given, "login": "system_admin", "password": "wrong"})
    assert hidden(wrong, "held") == given["held"]
    right = client.post("/accounts/login/", {**given, "login": "system_admin", "password": PASSWORD})
    assert right["Location"] == "/accounts/held/"

    again = client.get("/accounts/held/")
    assert "您填写的内容还在" in again.content.decode()
    fields = {name: hidden(again, name) for name in TYPED}
    assert fields == TYPED
    assert f'action="{NEW}"' in again.content.decode()
    sent = client.post(NEW, {**fields, "csrfmiddlewaretoken": hidden(again, "csrfmiddlewaretoken")})
    assert sent.status_code == 302
    assert Organisation.objects.everything("a test").get(code=TYPED["code"]).name == TYPED["name"]


def test_nothing_is_stored_for_a_stranger(db: None, client: Client) -> None:
    answer = client.post(NEW, TYPED)
    assert answer.status_code == 401
    assert "sessionid" not in client.cookies
    assert TYPED["code"] not in answer.content.decode()


def test_a_get_and_an_empty_form_lead_to_the_sign_in_page(db: None, client: Client) -> None:
    for answer in (client.get(NEW), client.post(NEW), client.post(NEW, {"password": "x", "csrfmiddlewaretoken": "y"})):
        assert answer["Location"] == f"/accounts/login/?next={quote(NEW)}"


def test_passwords_tokens_and_files_are_never_kept_and_files_are_mentioned(db: None, client: Client) -> None:
    secret = {"password": "s3cret-1", "new_password2": "s3cret-2", "csrfmiddlewaretoken": "t"}
    request = RequestFactory().post("/x/?a=1", {**secret, "name": "n", "file": SimpleUploadedFile("a.txt", b"x")})
    kept = typed(request)
    assert kept == Held("/x/?a=1", (("name", "n"),), files=True)
    answer = client.post(NEW, {"name": "n", "file": SimpleUploadedFile("a.txt", b"x")})
    assert "重新选择" in answer.content.decode()


def test_what_is_too_long_is_not_kept() -> None:
    assert typed(RequestFactory().post("/x/", {"name": "长" * (LIMIT // 3)})) is None
    assert typed(RequestFactory().post("/x/", {"name": "长" * (LIMIT // 4)})) is not None


def test_a_seal_is_dated_and_not_forged(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Held("/x/", (("a", "1"), ("a", "2")), files=False)
    sealed = seal(kept)
    assert unseal(sealed) == kept
    assert "/x/" not in sealed
    for forged in ("", "x", sealed[:-4] + "AAAA", "中", sealed + "="):
        assert unseal(forged) in {None, kept if forged == sealed + "=" else None}
    now = time.time()
    monkeypatch.setattr("junheng.web.accounts.held.time.time", lambda: now + held.KEPT + 5)
    assert unseal(sealed) is None


def test_a_forged_field_is_not_taken_into_the_session(staff: People, client: Client) -> None:
    client.post("/accounts/login/", {"login": "planner", "password": PASSWORD, "held": "forged"})
    assert client.get("/accounts/held/")["Location"] == "/desk/"


def test_given_up_it_is_gone(staff: People, client: Client) -> None:
    sealed = seal(Held("/x/", (("a", "1"),)))
    client.post("/accounts/login/", {"login": "planner", "password": PASSWORD, "held": sealed})
    assert client.get("/accounts/held/").status_code == 200
    client.post("/accounts/held/")
    assert client.get("/accounts/held/").status_code == 302


def test_it_is_held_through_the_second_step_and_the_duties(staff: People, client: Client) -> None:
    User.objects.filter(username="planner").update(must_change_password=True)
    sealed = seal(Held("/x/", (("a", "1"),)))
    client.post("/accounts/login/", {"login": "planner", "password": PASSWORD, "held": sealed})
    assert client.get("/accounts/held/")["Location"] == "/accounts/password/change/"
    new = "jade-river-harbour-41"
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert client.get("/accounts/held/").status_code == 200


# ---- a stale token


@pytest.fixture
def strict(staff: People) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(staff.users["system_admin"], "junheng.web.accounts.backend.DeskBackend")
    client.get(NEW)
    return client


def test_a_stale_token_of_our_own_page_offers_the_form_again(strict: Client) -> None:
    answer = strict.post(NEW, {**TYPED, "csrfmiddlewaretoken": "x" * 64}, HTTP_ORIGIN="http://testserver")
    assert answer.status_code == 403
    fields = {name: hidden(answer, name) for name in (*TYPED, "csrfmiddlewaretoken")}
    assert strict.post(NEW, fields, HTTP_ORIGIN="http://testserver").status_code == 302


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_ORIGIN": "https://evil.example"},
        {"HTTP_ORIGIN": "null", "HTTP_REFERER": "http://testserver/"},
        {"HTTP_ORIGIN": "http://testserver.evil.example"},
        {"HTTP_REFERER": "https://evil.example/http://testserver/"},
        {"HTTP_REFERER": "http://testserver.evil.example/"},
        {},
    ],
)
def test_what_another_site_sent_is_never_offered(strict: Client, headers: dict[str, str]) -> None:
    answer = strict.post(NEW, {**TYPED, "csrfmiddlewaretoken": "x" * 64}, **headers)  # type: ignore[arg-type]
    assert answer.status_code == 403
    said = answer.content.decode()
    assert TYPED["code"] not in said
    assert "<form class" not in said.replace('<form class="inline"', "")


@pytest.mark.parametrize("page", ["/accounts/login/", "/accounts/2fa/authenticate/", "/accounts/2fa/totp/activate/"])
def test_the_doors_own_forms_are_opened_anew(strict: Client, page: str) -> None:
    given = {"login": "a", "password": "p-w", "code": "p-w"}
    answer = strict.post(page, given, HTTP_ORIGIN="http://testserver")
    assert answer.status_code == 403
    assert "p-w" not in answer.content.decode()
    assert f'href="{page}"' in answer.content.decode()


def test_same_site_is_host_scheme_and_port() -> None:
    make = RequestFactory().post
    assert same_site(make("/", HTTP_ORIGIN="http://testserver"))
    assert same_site(make("/", HTTP_REFERER="http://testserver/a"))
    for other in ("https://testserver", "http://testserver:81", "http://test"):
        assert not same_site(make("/", HTTP_ORIGIN=other))

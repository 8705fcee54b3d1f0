"""The public way: code, questions, thank you; hostile input; nothing kept of who asks."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from junheng.web.survey import guesses
from junheng.web.survey.models import Answer
from tests.web.survey.conftest import ASKED, Codes

URL = "/survey/"


def said(option: str = "rather") -> dict[str, str]:
    return {f"q-{one.id}": option for one in ASKED.asked("parents")}


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_whole_way(client: Client, made: Codes, prefix: str) -> None:
    code = made("parents", 1)[0]
    assert client.get(prefix + URL).status_code == 200
    form = client.post(prefix + URL, {"code": f" {code.lower()} "})
    assert form.status_code == 200
    assert form.content.count(b"<fieldset") == len(ASKED.asked("parents"))
    done = client.post(prefix + URL, {"code": code, "answer": "1", **said()})
    assert (done.status_code, done["Location"]) == (302, f"{prefix}/survey/thanks/")
    assert client.get(done["Location"]).status_code == 200
    assert Answer.objects.everything("test").get().said["overall"] == "rather"
    assert client.post(prefix + URL, {"code": code}).status_code == 422
    assert not Session.objects.exists()
    assert "sessionid" not in client.cookies


def test_missing_answers_are_named_together_and_the_others_kept(client: Client, made: Codes) -> None:
    code = made("parents", 1)[0]
    page = client.post(URL, {"code": code, "answer": "1", "q-overall": "very", "q-nearby": "<script>"})
    html = page.content.decode()
    assert page.status_code == 422
    assert html.count('href="#q-') == len(ASKED.asked("parents")) - 1
    assert 'name="q-overall" value="very" checked' in html
    assert "<script>" not in html
    assert client.post(URL, {"code": code, "answer": "1", **said()}).status_code == 302


def test_wrong_and_used_look_alike(client: Client, made: Codes) -> None:
    code = made("parents", 1)[0]
    client.post(URL, {"code": code, "answer": "1", **said()})
    used = client.post(URL, {"code": code}).content.decode().replace(code, "")
    wrong = client.post(URL, {"code": "2" * 12}).content.decode().replace("2" * 12, "")
    assert used.split("csrfmiddlewaretoken")[0] == wrong.split("csrfmiddlewaretoken")[0]
    assert used.split("</form>")[-1] == wrong.split("</form>")[-1]


def test_guessing_is_stopped_even_for_a_good_code(client: Client, made: Codes) -> None:
    code = made("parents", 1)[0]
    for _at in range(guesses.MOST):
        assert client.post(URL, {"code": "WRONG"}).status_code == 422
    assert client.post(URL, {"code": code}).status_code == 429
    assert client.post(URL, {"code": code}, REMOTE_ADDR="10.1.1.1").status_code == 200


def test_a_form_from_elsewhere_is_refused(made: Codes) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(URL, {"code": made("parents", 1)[0], "answer": "1", **said()}).status_code == 403
    assert not Answer.objects.everything("test").exists()


@pytest.mark.parametrize("code", ["", "' OR '1'='1", '"><script>alert(1)</script>', "\0", "码" * 9999])
def test_hostile_codes(client: Client, db: None, code: str) -> None:
    page = client.post(URL, {"code": code})
    assert page.status_code == 422
    assert b"<script>" not in page.content


def test_the_answering_page_is_not_cached(client: Client, db: None) -> None:
    assert "no-store" in client.get(URL)["Cache-Control"]

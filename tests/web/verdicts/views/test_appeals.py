"""Appeals by pages: what is typed stays, each role its own step, other counties see nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from junheng.web.accounts.models import User
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.roles import roles
from junheng.web.verdicts.actions.decide_appeal import decide_appeal
from junheng.web.verdicts.models import Appeal, Record
from tests.web.verdicts.conftest import City

BACKEND = "junheng.web.accounts.backend.DeskBackend"


def of(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=actor.username), BACKEND)
    return client


def test_a_county_files_and_an_inspector_answers(city: City, record: Record, second_inspector: Actor) -> None:
    reviewer = city.people.client("county_reviewer")
    plan = SimpleUploadedFile("测绘图.pdf", b"%PDF-1.7")
    form = {"reason": "少算一个操场", "files": [plan]}
    answer = reviewer.post(f"/desk/verdicts/appeal/{record.number}/", form)
    held = Appeal.objects.everything("a test").get()
    assert answer["Location"] == f"/desk/appeals/{held.pk}/"
    assert "测绘图.pdf" in reviewer.get(answer["Location"]).content.decode()
    decided = {"revision": "1", "outcome": "upheld", "answer": "成立"}
    assert of(second_inspector).post(f"/desk/appeals/{held.pk}/decide/", decided).status_code == 302
    html = reviewer.get(f"/desk/appeals/{held.pk}/").content.decode()
    assert "原结论不会自动改变" in html
    assert "区县：申请更正数据" in html
    assert (
        city.people.client("publisher").post(f"/desk/appeals/{held.pk}/release/", {"revision": "2"}).status_code == 302
    )
    assert Appeal.objects.everything("a test").get().released


def test_what_was_typed_stays_when_it_is_refused(city: City, record: Record) -> None:
    client = city.people.client("county_reviewer")
    bad = SimpleUploadedFile("a.exe", b"MZ")
    answer = client.post(f"/desk/verdicts/appeal/{record.number}/", {"reason": "少算<b>", "files": [bad]})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "少算&lt;b&gt;" in html
    assert 'role="alert"' in html


def test_an_answer_without_an_outcome_keeps_its_words(appeal: Appeal, second_inspector: Actor) -> None:
    answer = of(second_inspector).post(f"/desk/appeals/{appeal.pk}/decide/", {"revision": "1", "answer": "写好的答复"})
    assert answer.status_code == 422
    assert "写好的答复" in answer.content.decode()


@pytest.mark.parametrize("revision", ["", "0", "x", "9" * 40])
def test_a_strange_revision_is_stale(appeal: Appeal, second_inspector: Actor, revision: str) -> None:
    form = {"revision": revision, "outcome": "upheld", "answer": "x"}
    assert of(second_inspector).post(f"/desk/appeals/{appeal.pk}/decide/", form).status_code == 409
    assert Appeal.objects.everything("a test").get().state == "filed"


@pytest.mark.parametrize(
    ("step", "allowed"),
    [("decide", {"inspector"}), ("withdraw", {"county_reviewer"}), ("release", {"publisher"})],
)
@pytest.mark.parametrize("role", sorted(roles()))
def test_a_step_is_for_its_role_alone(city: City, appeal: Appeal, role: str, step: str, allowed: set[str]) -> None:
    answer = city.people.client(role).post(f"/desk/appeals/{appeal.pk}/{step}/", {"revision": "1"})
    if role not in allowed:
        assert answer.status_code == 403
        assert Appeal.objects.everything("a test").get().state == "filed"
    else:
        assert answer.status_code in {302, 409, 422}


@pytest.mark.parametrize("role", sorted(roles()))
def test_the_form_is_for_county_reviewers(city: City, record: Record, role: str) -> None:
    answer = city.people.client(role).get(f"/desk/verdicts/appeal/{record.number}/")
    assert answer.status_code == (200 if role == "county_reviewer" else 403)


def test_another_county_is_told_nothing(city: City, record: Record) -> None:
    reviewer = city.people.client("county_reviewer")
    plan = SimpleUploadedFile("a.pdf", b"%PDF-1.7")
    reviewer.post(f"/desk/verdicts/appeal/{record.number}/", {"reason": "x", "files": [plan]})
    held = Appeal.objects.everything("a test").get()
    file = f"/desk/appeals/{held.pk}/files/{held.attachments.get().pk}/"
    other = city.people.client("other_reviewer")
    assert other.get(f"/desk/verdicts/appeal/{record.number}/").status_code == 404
    for path in (f"/desk/appeals/{held.pk}/", file):
        assert other.get(path).status_code == 404
    assert other.post(f"/desk/appeals/{held.pk}/withdraw/", {"revision": "1"}).status_code == 404
    assert record.number not in other.get("/desk/appeals/").content.decode()
    answer = reviewer.get(file)
    assert answer.content == b"%PDF-1.7"
    assert "attachment" in answer["Content-Disposition"]
    assert answer["Content-Type"] == "application/octet-stream"


def test_who_signed_is_told_why_not(city: City, appeal: Appeal) -> None:
    client = city.people.client("inspector")
    html = client.get(f"/en/desk/appeals/{appeal.pk}/").content.decode()
    assert "Another inspector decides." in html
    form = {"revision": "1", "outcome": "dismissed", "answer": "x"}
    assert client.post(f"/desk/appeals/{appeal.pk}/decide/", form).status_code == 403


def test_a_closed_appeal_offers_nothing_more(city: City, appeal: Appeal, second_inspector: Actor) -> None:
    decide_appeal(second_inspector, appeal.pk, revision=1, upheld=False, answer="x")
    html = of(second_inspector).get(f"/desk/appeals/{appeal.pk}/").content.decode()
    assert "/decide/" not in html
    assert "/withdraw/" not in city.people.client("county_reviewer").get(f"/desk/appeals/{appeal.pk}/").content.decode()

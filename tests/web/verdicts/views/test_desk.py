"""The desk of verdicts: the whole way by pages, each role only its own steps, who is next always said."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from junheng.web.accounts.roles import roles
from junheng.web.reporting.models import Round, RoundState
from junheng.web.verdicts.models import Draft, Record
from tests.web.people import People
from tests.web.verdicts.conftest import SIGNATORY, City

SEES = {"county_reviewer", "city_statistician", "inspector", "planner", "publisher"}
STEPS = {"draft": "inspector", "sign": "inspector", "publish": "publisher"}


def test_from_lock_to_publication_by_pages(city: City) -> None:
    inspector, publisher = city.people.client("inspector"), city.people.client("publisher")
    page = f"/desk/verdicts/{city.round.pk}/"
    assert "督学：形成待签发的结论" in publisher.get(page).content.decode()
    inspector.post(f"{page}draft/")
    html = inspector.get(page).content.decode()
    assert "签发全部结论" in html
    assert "督学：签发" in html
    assert "发布员：发布" not in publisher.get(page).content.decode()
    form = {"snapshot": city.round.snapshot, "signatory": SIGNATORY}
    assert inspector.post(f"{page}sign/", form).status_code == 302
    html = publisher.get(page).content.decode()
    assert f'action="{page}publish/"' in html
    assert f'action="{page}publish/"' not in inspector.get(page).content.decode()
    publisher.post(f"{page}publish/", {"reason": ""})
    assert Record.objects.everything("a test").get().signatory == SIGNATORY
    assert "已发布，无待办" in publisher.get(page).content.decode()


def test_the_page_says_what_would_change(city: City, record: Record) -> None:
    city.lock(2500)
    client = city.people.client("inspector")
    client.post(f"/desk/verdicts/{city.round.pk}/draft/")
    (row,) = client.get(f"/desk/verdicts/{city.round.pk}/").context["rows"]
    assert row["current"] == record
    assert row["changes"]


@pytest.mark.parametrize("role", sorted(roles()))
@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_for_its_role_alone(city: City, role: str, step: str) -> None:
    city.sign()
    answer = city.people.client(role).post(f"/desk/verdicts/{city.round.pk}/{step}/", {"snapshot": "x"})
    assert (answer.status_code == 403) is (role != STEPS[step])
    if role != STEPS[step]:
        assert Record.objects.everything("a test").count() == 0


@pytest.mark.parametrize("role", sorted(roles()))
def test_the_desk_is_for_those_who_may_see_unpublished_verdicts(city: City, role: str) -> None:
    client = city.people.client(role)
    for page in ("/desk/verdicts/", f"/desk/verdicts/{city.round.pk}/"):
        assert client.get(page).status_code == (200 if role in SEES else 403)


def test_a_county_sees_its_own_draft_and_no_other(city: City) -> None:
    city.sign()
    page = f"/desk/verdicts/{city.round.pk}/"
    assert len(city.people.client("county_reviewer").get(page).context["rows"]) == 1
    assert len(city.people.client("other_reviewer").get(page).context["rows"]) == 0


@pytest.mark.parametrize("path", ["/desk/verdicts/", "/desk/verdicts/1/", "/desk/publication/", "/desk/appeals/"])
def test_strangers_are_sent_to_sign_in(db: None, client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("step", STEPS)
def test_steps_are_posts_and_need_a_round(city: City, step: str) -> None:
    client = city.people.client(STEPS[step])
    assert client.get(f"/desk/verdicts/{city.round.pk}/{step}/").status_code == 405
    assert client.post(f"/desk/verdicts/999999/{step}/").status_code == 404


def test_signing_what_was_not_looked_at_is_told(city: City) -> None:
    client = city.people.client("inspector")
    client.post(f"/desk/verdicts/{city.round.pk}/draft/")
    answer = client.post(f"/desk/verdicts/{city.round.pk}/sign/", {"snapshot": "other", "signatory": "x"})
    assert answer.status_code == 409
    assert Draft.objects.everything("a test").filter(signed_at__isnull=False).count() == 0


def test_empty_states(staff: People) -> None:
    client = staff.client("inspector")
    assert "还没有填报批次" in client.get("/desk/verdicts/").content.decode()
    assert "没有申诉" in client.get("/desk/appeals/").content.decode()


def test_an_open_round_says_that_the_lock_comes_first(city: City) -> None:
    Round.objects.update(state=RoundState.OPEN, snapshot="")
    html = city.people.client("inspector").get(f"/desk/verdicts/{city.round.pk}/").content.decode()
    assert "市级统计员：锁定全市数据" in html
    assert "形成结论</button>" not in html


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_queries_do_not_grow(city: City, prefix: str, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    city.sign()
    client = city.people.client("inspector")
    with django_assert_max_num_queries(9):
        client.get(f"{prefix}/desk/verdicts/")
    with django_assert_max_num_queries(14):
        client.get(f"{prefix}/desk/verdicts/{city.round.pk}/")

"""Every page of review, for every role: who sees it, who is turned away, and that it stands in both languages."""

import pytest
from django.test import Client

from junheng.web.reporting.models import Round, Submission
from tests.web.people import OTHER_SCHOOL, SCHOOLS, People
from tests.web.review.reports import approved, submitted

REVIEWERS = {"county_reviewer", "city_statistician"}
SEEING = {"school_reporter", "county_reviewer", "city_statistician", "inspector", "planner", "personnel", "finance"}


@pytest.fixture
def waiting(crew: People, mine: dict[str, Submission]) -> Submission:
    return submitted(mine[SCHOOLS[0]], crew)


def pages(one: Submission) -> dict[str, set[str]]:
    """Address -> roles that see it."""
    return {
        "/desk/review/": REVIEWERS,
        f"/desk/review/{one.pk}/": REVIEWERS,
        f"/desk/history/{one.pk}/": SEEING,
        "/desk/lock/": {"city_statistician"},
        "/desk/lock/2025/": {"city_statistician"},
        "/desk/corrections/": SEEING,
    }


def test_each_role_sees_its_pages_and_no_others(crew: People, waiting: Submission) -> None:
    for address, roles in pages(waiting).items():
        for role in crew.users:
            if role.startswith(("other_", "second_")):
                continue
            status = crew.client(role).get(address).status_code
            assert status == (200 if role in roles else 403), (address, role)


def test_nobody_of_elsewhere_learns_that_it_is_there(crew: People, waiting: Submission) -> None:
    for address in (f"/desk/history/{waiting.pk}/", f"/desk/history/{waiting.pk}/1/marked/1/"):
        for role in ("other_reporter", "other_reviewer"):
            assert crew.client(role).get(address).status_code == 404
    assert crew.client("other_reviewer").get(f"/desk/review/{waiting.pk}/").status_code == 404
    assert crew.client("other_reviewer").post(f"/desk/review/{waiting.pk}/decide/", {"revision": 3}).status_code == 404


def test_without_an_account_one_is_sent_to_sign_in(waiting: Submission) -> None:
    for address in pages(waiting):
        answer = Client().get(address)
        assert answer.status_code == 302
        assert "login" in answer["Location"]


def test_the_english_pages_are_english(crew: People, waiting: Submission) -> None:
    for address in pages(waiting):
        body = crew.client("city_statistician").get("/en" + address).content.decode()
        assert 'lang="en"' in body


def test_pages_without_anything_say_so(crew: People) -> None:
    for address in ("/desk/review/", "/desk/lock/", "/desk/corrections/"):
        body = crew.client("city_statistician").get(address).content.decode()
        assert 'class="empty"' in body


def test_a_year_or_lock_that_is_not_there(crew: People, held: Round) -> None:
    client = crew.client("city_statistician")
    for address in ("/desk/lock/1999/", "/desk/lock/2025/1/", "/desk/review/999999/", "/desk/corrections/9/"):
        assert client.get(address).status_code == 404


def test_the_lock_pages(crew: People, locked_round: Round) -> None:
    client = crew.client("city_statistician")
    for address in ("/desk/lock/", "/desk/lock/2025/", "/desk/lock/2025/1/", "/en/desk/lock/2025/1/"):
        assert client.get(address).status_code == 200, address
    assert "两个区县另行补报" in client.get("/desk/lock/2025/1/").content.decode()


def test_what_another_county_handed_in_is_not_listed(crew: People, mine: dict[str, Submission]) -> None:
    submitted(mine[SCHOOLS[0]], crew)
    body = crew.client("other_reviewer").get("/desk/review/?state=").content.decode()
    assert SCHOOLS[0] not in body
    assert OTHER_SCHOOL in body


def test_queries_are_few_however_long_the_list(
    crew: People, mine: dict[str, Submission], django_assert_max_num_queries: object
) -> None:
    for code in SCHOOLS:
        approved(mine[code], crew)
    client, city = crew.client("county_reviewer"), crew.client("city_statistician")
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        client.get("/desk/review/?state=")
    with django_assert_max_num_queries(22):  # type: ignore[operator]
        client.get(f"/desk/review/{mine[SCHOOLS[0]].pk}/")
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        client.get(f"/desk/history/{mine[SCHOOLS[0]].pk}/")
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        city.get("/desk/lock/2025/")

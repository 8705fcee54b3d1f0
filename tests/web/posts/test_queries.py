"""How often the main pages of posts ask the database: the same for few schools, counties and decisions as for many."""

import pytest
from pytest_django import DjangoAssertNumQueries

from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.posts.actions.look_ahead import look_ahead
from junheng.web.posts.actions.propose import propose
from junheng.web.posts.models import DecisionKind, PostsDecision
from tests.web.people import CITY, COUNTY, People
from tests.web.personnel.ground import TEACHERS
from tests.web.posts.ground import line
from tests.web.tiny import CODES

HOME = f"/desk/posts/{COUNTY}/"
QUERIES = {
    "/desk/posts/": 8,
    HOME: 10,
    f"{HOME}numbers/": 7,
    f"{HOME}propose/": 8,
    f"{HOME}transfer/": 7,
    f"{HOME}outlook/": 8,
    f"{HOME}arrivals/": 8,
    "/desk/posts-decisions/{pk}/": 9,
    "/desk/posts-approvals/": 6,
}


def _more(staff: People, officer: Actor) -> None:
    """More counties, schools, decisions, and an outlook more."""
    for at in range(3):
        Organisation.objects.create(kind=Kind.COUNTY, code=f"4101{at}9", name=f"区{at}", parent=staff.places[CITY])
        code = f"214100009{at}"
        Organisation.objects.create(kind=Kind.SCHOOL, code=code, name=code, parent=staff.places[COUNTY])
        lines = [line(CODES[0], -1), line(CODES[1], 1)]
        propose(officer, COUNTY, DecisionKind.ALLOTMENT, lines, "文")
    look_ahead(officer, COUNTY, [("teachers.csv", TEACHERS.encode() + b"".join(_teachers()))])


def _teachers() -> list[bytes]:
    last = TEACHERS.strip().splitlines()[-1]
    return [last.replace(last.split(",")[0], f"x{at}", 1).encode() + b"\n" for at in range(9)]


@pytest.mark.parametrize("path", QUERIES)
def test_the_queries_of_a_page(
    staff: People,
    officer: Actor,
    authorised: PostsDecision,
    django_assert_num_queries: DjangoAssertNumQueries,
    path: str,
) -> None:
    look_ahead(officer, COUNTY, [("teachers.csv", TEACHERS.encode())])
    client, asked = staff.client("personnel"), path.format(pk=authorised.pk)
    client.get(asked)
    with django_assert_num_queries(QUERIES[path]):
        assert client.get(asked).status_code == 200
    _more(staff, officer)
    with django_assert_num_queries(QUERIES[path]):
        assert client.get(asked).status_code == 200

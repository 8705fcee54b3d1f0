"""Every address of the rotation for every role: nobody gets further than role and reach allow."""

from collections.abc import Mapping

import pytest
from django.test import Client

from junheng.web.accounts.reach import Actor
from junheng.web.personnel.models import Publication, Teacher
from tests.web.matrix.routes import Route, routes
from tests.web.matrix.world import World
from tests.web.people import People
from tests.web.test_access_matrix import ANONYMOUS, _tries, ask, example, judged

MINE = [one for one in routes() if one.view.__module__.startswith("junheng.web.personnel.")]


@pytest.fixture
def held(staff: People, publication: Publication) -> World:
    draft = publication.draft
    teacher = Teacher.objects.everything("test").get(code="t1")
    parts: Mapping[str, str] = {
        "round_id": str(draft.round_id),
        "draft_id": str(draft.pk),
        "publication_id": str(publication.pk),
        "teacher_id": str(teacher.pk),
    }
    nobody: object = None
    return World(staff, parts, nobody)  # type: ignore[arg-type]


def test_nobody_gets_further_than_role_and_reach(held: World) -> None:
    actors = {ANONYMOUS: Actor(), **{name: held.staff.actor(name) for name in held.staff.users}}
    clients = {name: Client() if name == ANONYMOUS else held.staff.client(name) for name in actors}
    wrong = [
        f"{who} {method} {route.id}: {fault}"
        for route in MINE
        for who, method in _tries(route, actors)
        if (fault := _fault(route, held, clients[who], actors[who], method))
    ]
    assert len(MINE) >= 22
    assert wrong == []


def _fault(route: Route, held: World, client: Client, actor: Actor, method: str) -> str:
    client.raise_request_exception = False
    return judged(route, held, actor, method, ask(client, method, str(example(route, held))))

"""Every address of posts for every role: nobody gets further than role and reach allow."""

import pytest
from django.test import Client

from junheng.web.accounts.reach import Actor
from junheng.web.posts.actions.propose import propose
from junheng.web.posts.models import DecisionKind, PostsDecision
from tests.web.matrix.routes import routes
from tests.web.matrix.world import World
from tests.web.people import COUNTY, People
from tests.web.posts.ground import line
from tests.web.test_access_matrix import ANONYMOUS, _tries, ask, example, judged
from tests.web.tiny import CODES

MINE = [one for one in routes() if one.view.__module__.startswith("junheng.web.posts.")]


@pytest.fixture
def held(staff: People, officer: Actor, authorised: PostsDecision) -> World:
    lines = [line(CODES[0], -1), line(CODES[1], 1)]
    waiting = propose(officer, COUNTY, DecisionKind.ALLOTMENT, lines, "文")
    pages = ("county", "numbers", "authorise", "propose", "transfer", "outlook", "arrivals")
    parts = {**dict.fromkeys((f"posts-{one}.code" for one in pages), COUNTY), "decision_id": str(waiting.pk)}
    nobody: object = None
    return World(staff, parts, nobody)  # type: ignore[arg-type]


def test_nobody_gets_further_than_role_and_reach(held: World) -> None:
    actors = {ANONYMOUS: Actor(), **{name: held.staff.actor(name) for name in held.staff.users}}
    clients = {name: Client() if name == ANONYMOUS else held.staff.client(name) for name in actors}
    wrong = []
    for client in clients.values():
        client.raise_request_exception = False
    for route in MINE:
        for who, method in _tries(route, actors):
            answer = ask(clients[who], method, str(example(route, held)))
            if fault := judged(route, held, actors[who], method, answer):
                wrong.append(f"{who} {method} {route.id}: {fault}")
    assert len(MINE) == 13
    assert wrong == []

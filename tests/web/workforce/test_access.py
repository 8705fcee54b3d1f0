"""Every address of the workforce for every role: nobody gets further than role and reach allow."""

from collections.abc import Mapping

import pytest
from django.test import Client

from junheng.web.accounts.reach import Actor
from junheng.web.workforce.models import StudyKind
from tests.web.matrix.routes import routes
from tests.web.matrix.world import World
from tests.web.people import COUNTY, People
from tests.web.test_access_matrix import ANONYMOUS, _tries, ask, example, judged
from tests.web.workforce.ground import asked

MINE = [one for one in routes() if one.view.__module__.startswith("junheng.web.workforce.")]


@pytest.fixture
def held(staff: People, officer: Actor) -> World:
    pks = {kind: str(asked(officer, kind).pk) for kind in StudyKind}
    parts: Mapping[str, str] = {
        "study_id": pks[StudyKind.ITINERANT],
        "pay.study_id": pks[StudyKind.PAY],
        "pay-persons.study_id": pks[StudyKind.PAY],
        "talent.study_id": pks[StudyKind.TALENT],
        "talent-share.code": COUNTY,
    }
    nobody: object = None
    return World(staff, parts, nobody)  # type: ignore[arg-type]


def test_nobody_gets_further_than_role_and_reach(held: World) -> None:
    actors = {ANONYMOUS: Actor(), **{name: held.staff.actor(name) for name in held.staff.users}}
    clients = {
        name: Client(raise_request_exception=False) if name == ANONYMOUS else held.staff.client(name) for name in actors
    }
    wrong = []
    for route in MINE:
        for who, method in _tries(route, actors):
            clients[who].raise_request_exception = False
            answer = ask(clients[who], method, str(example(route, held)))
            if fault := judged(route, held, actors[who], method, answer):
                wrong.append(f"{who} {method} {route.id}: {fault}")
    assert len(MINE) == 13
    assert wrong == []

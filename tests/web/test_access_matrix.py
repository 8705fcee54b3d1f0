"""Every route for every role by every method: nobody gets further than the role and its reach allow.

The list of routes is Django's own. A route whose view says nothing about who may open it, or whose address has a part
of which the world holds no example, fails: nobody can add a page without it being tried here.
"""

import sys
from collections.abc import Mapping
from copy import copy
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from junheng import web
from junheng.web.accounts.access import PUBLIC, SIGNED_IN
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.roles import verbs
from junheng.web.kit.refusal import NotAllowed
from tests.web.matrix.homes import HOMES, NOT_MINE, NOWHERE, OWN
from tests.web.matrix.kept import the_world
from tests.web.matrix.routes import Route, routes
from tests.web.matrix.world import World
from tests.web.people import People

ANONYMOUS = "anonymous"
WEB = Path(web.__file__ or "").parent
LOGIN = "/accounts/login/"


def _marked(route: Route) -> bool:
    return route.access in {PUBLIC, SIGNED_IN} or route.access in verbs()


def example(route: Route, held: World) -> str | None:
    """The address of a route with the world's examples; None when a part of it has none."""
    values = {part: held.parts.get(f"{route.name}.{part}", held.parts.get(part)) for part in route.kwargs}
    if None in values.values():
        return None
    return route.path({name: str(value) for name, value in values.items()})


@pytest.fixture
def held(staff: People, settings: Settings, tmp_path: Path) -> World:
    """One world for all; what a request changes is undone after it."""
    return the_world(staff, settings, tmp_path)


@pytest.fixture
def clients(held: World) -> dict[str, Client]:
    signed_in = {name: held.staff.client(name) for name in held.staff.users}
    for one in signed_in.values():
        one.raise_request_exception = False
    return {ANONYMOUS: Client(raise_request_exception=False), **signed_in}


def ask(client: Client, method: str, path: str) -> HttpResponse:
    """The answer to a request whose changes are undone."""
    cookies = copy(client.cookies)
    with transaction.atomic():
        answer: HttpResponse = getattr(client, method.lower())(path)
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer


def test_every_view_says_who_may_open_it() -> None:
    assert [one.id for one in routes() if not _marked(one)] == []


def test_every_part_of_every_address_has_an_example(held: World) -> None:
    assert [one.id for one in routes() if example(one, held) is None] == [], (
        "add an example to tests/web/matrix/world.py"
    )


def test_the_lists_name_only_routes_that_are_there() -> None:
    assert {*HOMES, *NOWHERE, *NOT_MINE, *OWN} - {one.name for one in routes()} == set()


@pytest.mark.exhaustive
def test_nobody_gets_further_than_the_role_allows(held: World, clients: dict[str, Client]) -> None:
    wrong: list[str] = []
    asked = 0
    actors = {ANONYMOUS: Actor(), **{name: held.staff.actor(name) for name in held.staff.users}}
    for route in routes():
        path = example(route, held)
        for who, method in _tries(route, actors):
            answer = ask(clients[who], method, str(path))
            asked += 1
            fault = judged(route, held, actors[who], method, answer)
            wrong += [f"{who} {method} {path}: {fault}"] if fault else []
    sys.stdout.write(f"\naccess matrix: {len(routes())} routes, {len(clients)} people, {asked} requests\n")
    assert wrong == [], "\n".join(wrong)


METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")


def test_the_guard_turns_every_role_away_whatever_the_method(held: World) -> None:
    """The view itself, asked by every role that has not its verb, by every method: it refuses before it looks."""
    actors = {name: held.staff.actor(name) for name in held.staff.users}
    guarded = [one for one in routes() if one.access not in {PUBLIC, SIGNED_IN}]
    asked, opened = 0, []
    for route in guarded:
        for who, actor in actors.items():
            for method in () if _may(route, actor) else METHODS:
                asked += 1
                opened += [] if _refused(route, actor, method) else [f"{who} {method} {route.id}"]
    sys.stdout.write(f"\nguards: {len(guarded)} routes, {len(actors)} roles, {asked} requests refused\n")
    assert asked > len(guarded) * len(METHODS)
    assert opened == []


def _refused(route: Route, actor: Actor, method: str) -> bool:
    request = RequestFactory().generic(method, "/")
    request._actor = actor  # type: ignore[attr-defined]
    try:
        route.view(request, **dict.fromkeys(route.kwargs, "1"))
    except NotAllowed:
        return True
    except Exception:  # noqa: BLE001 - whatever it broke on, it got past the guard
        return False
    return False


def _tries(route: Route, actors: Mapping[str, Actor]) -> list[tuple[str, str]]:
    """Everybody looks. Whoever may, somebody who may not and a stranger also try what changes things; one of each
    tries what no page has: the guard stands before the method."""
    people = [ANONYMOUS, "planner"] if route.access == PUBLIC else list(actors)
    may = [who for who in people if _may(route, actors[who])]
    other = [who for who in people if who not in may][:2]
    changing = [(who, "POST") for who in (*may, *other)]
    odd = [(who, method) for who in (*may[:1], *other) for method in ("PUT", "DELETE")]
    return [*((who, "GET") for who in people), *changing, *odd]


def _may(route: Route, actor: Actor) -> bool:
    return route.access == PUBLIC or (actor.known and (route.access == SIGNED_IN or actor.may(str(route.access))))


def judged(route: Route, held: World, actor: Actor, method: str, answer: HttpResponse) -> str:
    """What is wrong with an answer; nothing when it is as role, reach and method ask."""
    status, to_login = answer.status_code, _to_login(answer)
    if status >= 500 and status != 503:
        return f"broke with {status}"
    if route.access == PUBLIC:
        return "a public page asks to sign in" if to_login and route.name not in NOWHERE else ""
    if to_login == actor.known:
        return f"open to anybody: {status}" if not actor.known else "asks somebody signed in to sign in"
    return _of_person(route, held, actor, method, status) if actor.known else ""


def _of_person(route: Route, held: World, actor: Actor, method: str, status: int) -> str:
    if route.access != SIGNED_IN and not actor.may(str(route.access)):
        return "" if status == 403 else f"has no {route.access} and got {status}"
    home = HOMES.get(route.name)
    if home is not None and not actor.may(str(route.access), held.path(home)):
        return "" if status in {404, 405} else f"out of reach and got {status}"
    return _in_reach(route, actor.username, method, status)


def _in_reach(route: Route, who: str, method: str, status: int) -> str:
    if route.name in OWN and who not in OWN[route.name]:
        return "" if status in {404, 405} else f"somebody else's and got {status}"
    if method in {"PUT", "DELETE"}:
        return "" if status in {404, 405} or _allauth(route) else f"{method} got {status}"
    if method != "GET":
        return ""
    if (status == 403 and route.name not in NOT_MINE) or (status == 404 and route.name not in NOWHERE):
        return f"may, and got {status}"
    return ""


def _allauth(route: Route) -> bool:
    """Pages of the library, whose forms take PUT for POST."""
    return (route.view.__module__ or "").startswith("allauth.")


def _to_login(answer: HttpResponse) -> bool:
    return answer.status_code in {301, 302} and urlsplit(answer.headers["Location"]).path.endswith(LOGIN)


def test_no_form_is_taken_without_its_csrf_token(held: World) -> None:
    """What another site makes a browser send is refused before the page sees it."""
    taken = []
    for route in routes():
        role = next((name for name in held.staff.users if _may(route, held.staff.actor(name))), "planner")
        strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
        strict.force_login(held.staff.users[role], "junheng.web.accounts.backend.DeskBackend")
        answer = ask(strict, "POST", str(example(route, held)))
        taken += [f"{route.id}: {answer.status_code}"] if answer.status_code not in {302, 400, 403, 404, 405} else []
    assert taken == []


def test_views_ask_queries_and_never_rows() -> None:
    """Pages and operations of the API go through ``queries`` and actions; whoever takes everything says why."""
    files = [*WEB.glob("*/views/**/*.py")]
    assert len(files) > 30
    assert [str(one.relative_to(WEB)) for one in files if ".objects" in one.read_text(encoding="utf-8")] == []
    mute = [str(one) for one in WEB.rglob("*.py") if ".everything()" in one.read_text(encoding="utf-8")]
    assert mute == []

"""Who is asking: found once, with few questions to the database, and sent first where something is open."""

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import DjangoAssertNumQueries, Settings

from junheng.web.accounts.access import PUBLIC, SIGNED_IN, actor_of, needs, public, signed_in
from junheng.web.accounts.models import User
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.roles import verbs
from tests.web.people import COUNTY, OTHER_COUNTY, People


def request_of(user: User | AnonymousUser, path: str = "/x/") -> HttpRequest:
    request = RequestFactory().get(path)
    request.user = user
    request.session = Client().session
    return request


def test_the_public_costs_no_question(db: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    request = RequestFactory().get("/x/")
    request.user = AnonymousUser()
    with django_assert_num_queries(0):
        assert actor_of(request) == Actor(ip="127.0.0.1")


def test_somebody_costs_one_question_and_a_custom_reach_another(
    staff: People, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    request = request_of(staff.users["planner"])
    with django_assert_num_queries(1):
        assert actor_of(request).may("plan.edit")
        assert actor_of(request) is actor_of(request)
    held = staff.users["county_reviewer"].appointments.get()
    held.extent = "custom"
    held.save()
    held.custom.set([staff.places[OTHER_COUNTY]])
    request = request_of(staff.users["county_reviewer"])
    with django_assert_num_queries(2):
        actor = actor_of(request)
    assert actor.may("report.see", staff.places[OTHER_COUNTY].path)
    assert not actor.may("report.see", staff.places[COUNTY].path)


def test_a_page_of_ones_own_asks_no_more_than_it_must(staff: People) -> None:
    client = staff.client("planner")
    client.get("/accounts/me/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/accounts/password/change/")
    kinds = [one["sql"].split()[0] for one in asked]
    assert set(kinds) == {"SELECT"}
    assert len([one for one in asked if "accounts_appointment" in one["sql"]]) == 1


def test_the_marks_stay_on_the_views() -> None:
    def view(_request: HttpRequest) -> HttpResponse:
        return HttpResponse("x")

    assert getattr(public(view), "access", "") == PUBLIC
    assert getattr(signed_in(view), "access", "") == SIGNED_IN
    assert getattr(needs("plan.edit")(view), "access", "") == "plan.edit"


def routes(patterns: list[URLPattern | URLResolver]) -> list[URLPattern]:
    found: list[URLPattern] = []
    for one in patterns:
        found += routes(one.url_patterns) if isinstance(one, URLResolver) else [one]
    return found


def test_every_route_of_accounts_is_marked_with_a_verb_that_exists() -> None:
    own = routes(get_resolver("junheng.web.accounts.urls").url_patterns)
    assert len(own) > 30
    for one in own:
        mark = getattr(one.callback, "access", None)
        assert mark in {PUBLIC, SIGNED_IN, *verbs()}, one.name


def test_without_the_second_factor_an_actor_can_do_nothing(staff: People, settings: Settings) -> None:
    settings.JUNHENG_SECOND_FACTOR = True
    assert actor_of(request_of(staff.users["inspector"])).grants == ()
    assert actor_of(request_of(staff.users["planner"])).may("plan.edit")
    settings.JUNHENG_SECOND_FACTOR = False
    assert actor_of(request_of(staff.users["inspector"])).may("evidence.judge")

"""No query tells more than a grant covers: over random trees and grants, for every model with an organisation."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import models
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from junheng.web.accounts.access import actor_for
from junheng.web.accounts.models import Appointment, Extent, Kind, Organisation, User
from junheng.web.accounts.reach import SYSTEM, Actor, Grant, ScopedManager, within
from junheng.web.accounts.roles import roles
from junheng.web.operations.models import Job
from junheng.web.reporting.models import Correction, Remark, Reminder, Round, Step, Submission, Version
from tests.web.people import People

# Codes whose beginnings are each other's, and signs that mean something to LIKE.
CODES = ("4", "41", "410", "4101", "41010", "4101_", "4101%", "10", "01", "ZDXQ", "ZD")


@st.composite
def trees(draw: st.DrawFn) -> dict[str, str]:
    """Codes with the path of each: some codes, each below one of those before it."""
    chosen = draw(st.lists(st.sampled_from(CODES), min_size=2, max_size=len(CODES), unique=True))
    paths: dict[str, str] = {}
    for code in chosen:
        above = draw(st.sampled_from(["", *paths.values()]))
        paths[code] = f"{above}{code}/"
    return paths


@st.composite
def worlds(draw: st.DrawFn) -> tuple[dict[str, str], tuple[Grant, ...]]:
    paths = draw(trees())
    some = st.lists(st.sampled_from(sorted(paths.values())), max_size=2).map(tuple)
    grant = st.builds(
        Grant,
        role=st.just("r"),
        verbs=st.sets(st.sampled_from(["see", "fill"])).map(frozenset),
        organisation=st.just(""),
        everything=st.sampled_from([False, False, False, True]),
        below=some,
        exactly=some,
    )
    return paths, tuple(draw(st.lists(grant, max_size=3)))


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(world=worlds())
def test_the_query_and_the_plain_check_agree(world: tuple[dict[str, str], tuple[Grant, ...]]) -> None:
    paths, grants = world
    Organisation.objects.everything("a test").delete()
    Organisation.objects.bulk_create(
        Organisation(kind=Kind.SCHOOL, code=code, name=code, path=path) for code, path in paths.items()
    )
    actor = Actor(1, "x", "", grants)
    for verb in ("see", "fill", "other"):
        seen = set(Organisation.objects.seen_by(actor, verb).values_list("path", flat=True))
        assert seen == {path for path in paths.values() if actor.may(verb, path)}


def test_a_code_that_begins_another_covers_only_itself() -> None:
    grant = Grant("r", frozenset({"see"}), "41/", below=("41/",))
    assert grant.covers("41/")
    assert grant.covers("41/4101/")
    assert not grant.covers("4101/")
    assert not grant.covers("4/41/")


def test_the_public_and_the_program_have_no_reach_of_their_own(staff: People) -> None:
    for nobody in (Actor(), SYSTEM):
        assert not Organisation.objects.seen_by(nobody, "report.see").exists()
        assert not nobody.may("report.see")
    assert str(within((), "path")) == str(within(iter(()), "path"))


# ---- every role, at every place, over every model


def everything_of(staff: People) -> None:
    """One row of every model for every organisation."""
    year = Round.objects.create(year=2025, opens="2025-09-01T00:00Z", deadline="2025-10-01T00:00Z")
    user = staff.users["planner"]
    for place in staff.places.values():
        submission = Submission.objects.create(round=year, organisation=place)
        version = Version.objects.create(
            submission=submission, number=1, way="upload", files=[], receipt={}, token=place.code
        )
        step = Step.objects.create(submission=submission, verb="submit", before="draft", after="submitted")
        Remark.objects.create(step=step, text="x")
        Correction.objects.create(submission=submission, version=version, reason="x", asked_by=user)
        Reminder.objects.create(submission=submission, text="x")
        Job.objects.create(kind="x", key=place.code, organisation=place)


def scoped() -> list[type[models.Model]]:
    return [one for one in apps.get_models() if isinstance(one._default_manager, ScopedManager)]


def path_of(row: models.Model, field: str) -> str:
    held: object = row
    for step in field.split("__"):
        held = getattr(held, step)
    return str(held)


def test_there_is_something_to_leak(staff: People) -> None:
    names = {one.__name__ for one in scoped()}
    assert {"Organisation", "Submission", "Version", "Step", "Remark", "Correction", "Reminder", "Job"} <= names


def test_every_role_sees_of_every_model_what_its_grants_cover(staff: People) -> None:
    everything_of(staff)
    for username in staff.users:
        actor = staff.actor(username)
        for model in scoped():
            manager = model._default_manager
            assert isinstance(manager, ScopedManager)
            rows = list(manager.everything("a test"))
            for verb in [*sorted(actor.verbs), "no.such"]:
                seen = {one.pk for one in manager.seen_by(actor, verb)}
                assert seen == {one.pk for one in rows if actor.may(verb, path_of(one, manager.field))}, (
                    username,
                    model,
                    verb,
                )


@pytest.mark.parametrize("extent", list(Extent))
@pytest.mark.parametrize("role", list(roles()))
def test_every_role_with_every_extent(staff: People, role: str, extent: Extent) -> None:
    user, (home, other) = User.objects.create_user("x1"), (staff.places["410105"], staff.places["410122"])
    held = Appointment.objects.create(user=user, role=role, organisation=home, extent=extent)
    held.custom.set([other])
    actor = actor_for(user.pk, user.username)
    verb = min(roles()[role].verbs)
    seen = {one.code for one in Organisation.objects.seen_by(actor, verb)}
    below_home = {"410105", "2141000001", "2141000002", "2141000003"}
    expected = {
        Extent.OWN: {"410105"},
        Extent.BELOW: below_home,
        Extent.CUSTOM: {"410122", "2141000009"},
        Extent.ALL: below_home | {"410100", "410122", "2141000009"},
    }
    assert seen == expected[extent]


def test_appointments_of_yesterday_and_tomorrow_give_nothing(staff: People) -> None:
    today = date.today()  # noqa: DTZ011 - the appointment's days are local days
    user = User.objects.create_user("x1")
    day = timedelta(days=2)
    for since, until in ((today - 3 * day, today - day), (today + day, None)):
        Appointment.objects.create(
            user=user, role="planner", organisation=staff.places["410100"], extent="all", since=since, until=until
        )
    assert actor_for(user.pk, user.username).grants == ()

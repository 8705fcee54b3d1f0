"""Demo accounts are in the demo, are announced there, and are nobody anywhere else."""

import pytest
from django.test import Client
from pytest_django import Settings

from junheng.web.accounts.actions.demo_people import DEMO_PASSWORD, demo_people
from junheng.web.accounts.models import Appointment, User
from junheng.web.accounts.roles import roles
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from tests.web.accounts.conftest import SignIn
from tests.web.people import COUNTY, OTHER_COUNTY, OTHER_SCHOOL, SCHOOLS, People


@pytest.fixture
def demo(staff: People, settings: Settings) -> list[str]:
    settings.JUNHENG_DEMO = True
    return demo_people([SCHOOLS[1], OTHER_SCHOOL])


def test_every_role_has_somebody_and_two_schools_and_counties_have_theirs(demo: list[str]) -> None:
    held = Appointment.objects.filter(user__demo=True)
    assert {one.role for one in held} == set(roles())
    where = {role: sorted(one.organisation.code for one in held if one.role == role) for role in roles()}
    assert where["school_reporter"] == [SCHOOLS[1], OTHER_SCHOOL]
    assert where["county_reviewer"] == [COUNTY, OTHER_COUNTY]
    assert sorted(demo) == sorted(User.objects.filter(demo=True).values_list("username", flat=True))
    assert not User.objects.filter(demo=True, must_change_password=True).exists()


def test_again_is_harmless(demo: list[str]) -> None:
    before = (User.objects.count(), Appointment.objects.count(), Event.objects.count())
    assert demo_people([SCHOOLS[1], OTHER_SCHOOL]) == demo
    assert (User.objects.count(), Appointment.objects.count(), Event.objects.count()) == before


def test_what_all_share_is_hashed_once_and_a_password_of_ones_own_is_not(demo: list[str]) -> None:
    first, second, *rest = User.objects.filter(demo=True)
    assert {one.password for one in (second, *rest)} == {first.password}
    assert first.check_password(DEMO_PASSWORD)
    for one in (first, second):
        one.set_password("same-again-2026")
    assert first.password != second.password


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_sign_in_page_lists_them_and_says_demo(demo: list[str], client: Client, prefix: str) -> None:
    said = client.get(f"{prefix}/accounts/login/").content.decode()
    assert DEMO_PASSWORD in said
    assert ("This is a demo" if prefix else "这是演示站") in said
    for username in demo:
        assert username in said


def test_they_sign_in_here_and_nowhere_else(
    demo: list[str], client: Client, sign_in: SignIn, settings: Settings
) -> None:
    assert sign_in(client, "planner", DEMO_PASSWORD).status_code == 200  # a person's own, with an own password
    assert sign_in(client, "demo-school-reporter-1", DEMO_PASSWORD).status_code == 302
    assert client.get("/accounts/me/").status_code == 200
    settings.JUNHENG_DEMO = False
    assert client.get("/accounts/me/").status_code == 302
    assert sign_in(Client(), "demo-school-reporter-1", DEMO_PASSWORD).status_code == 200
    page = Client().get("/accounts/login/").content.decode()
    assert DEMO_PASSWORD not in page
    assert "demo-school-reporter-1" not in page


def test_no_demo_no_people(staff: People) -> None:
    with pytest.raises(Refusal):
        demo_people()
    assert not User.objects.filter(demo=True).exists()


def test_without_organisations_nothing_is_half_done(settings: Settings, db: None) -> None:
    settings.JUNHENG_DEMO = True
    with pytest.raises(Refusal):
        demo_people()
    assert not User.objects.exists()

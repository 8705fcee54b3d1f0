"""What comes first comes first."""

import pytest
from pytest_django import Settings

from junheng.web.accounts.duties import PASSWORD, SECOND_FACTOR, asks_two, first_duty, second_factor_asked
from junheng.web.accounts.models import User
from junheng.web.accounts.roles import roles
from tests.web.people import People


@pytest.fixture(autouse=True)
def _on(settings: Settings) -> None:
    settings.JUNHENG_SECOND_FACTOR = True


def test_the_password_comes_before_the_second_factor() -> None:
    assert first_duty(["inspector"], must_change_password=True, has_second_factor=False) == PASSWORD
    assert first_duty(["inspector"], must_change_password=False, has_second_factor=False) == SECOND_FACTOR
    assert first_duty(["inspector"], must_change_password=False, has_second_factor=True) == ""
    assert first_duty(["planner"], must_change_password=False, has_second_factor=False) == ""
    assert first_duty([], must_change_password=False, has_second_factor=False) == ""


def test_all_administrators_need_two_and_one_such_role_is_enough() -> None:
    assert all(asks_two([one.id]) for one in roles().values() if one.power)
    assert asks_two(["planner", "finance"])


def test_switched_off_nobody_is_asked(settings: Settings, staff: People) -> None:
    assert second_factor_asked(staff.users["inspector"].pk)
    settings.JUNHENG_SECOND_FACTOR = False
    assert not second_factor_asked(staff.users["inspector"].pk)


@pytest.mark.parametrize("page", ["/desk/", "/accounts/me/", "/accounts/people/"])
def test_an_administrator_without_it_gets_nowhere_else(staff: People, page: str) -> None:
    client = staff.client("system_admin")
    assert client.get(page)["Location"] == "/accounts/2fa/totp/activate/"
    assert client.post("/accounts/people/new/", {"username": "sneaky.one", "name": "x"}).status_code == 302
    assert not User.objects.filter(username="sneaky.one").exists()


def test_with_an_initial_password_one_gets_nowhere_else(staff: People) -> None:
    User.objects.filter(username="planner").update(must_change_password=True)
    assert staff.client("planner").get("/desk/")["Location"] == "/accounts/password/change/"

"""My account tells me what I may do, how far, and who signed in as me."""

import pytest
from django.test import Client

from junheng.web.accounts.models import User
from tests.web.accounts.conftest import SignIn
from tests.web.people import People


@pytest.mark.parametrize(
    ("prefix", "role", "reach"), [("", "区县审核员", "本级及下级"), ("/en", "County reviewer", "own and below")]
)
def test_roles_reach_and_verbs_are_told(staff: People, prefix: str, role: str, reach: str) -> None:
    said = staff.client("county_reviewer").get(f"{prefix}/accounts/me/").content.decode()
    for words in (role, reach, "金水区"):
        assert words in said


def test_the_last_sign_ins_are_mine_with_failures(staff: People, sign_in: SignIn, client: Client) -> None:
    sign_in(Client(REMOTE_ADDR="10.9.9.9"), "planner", "wrong")
    sign_in(Client(REMOTE_ADDR="10.8.8.8"), "finance")
    sign_in(client, "planner")
    said = client.get("/accounts/me/").content.decode()
    assert "10.9.9.9" in said
    assert "登录失败" in said
    assert "10.8.8.8" not in said


def test_without_a_role_it_says_whom_to_ask(staff: People) -> None:
    User.objects.create_user("newcomer", "x")
    client = Client()
    client.force_login(User.objects.get(username="newcomer"), "junheng.web.accounts.backend.DeskBackend")
    assert "请联系安全管理员授权" in client.get("/accounts/me/").content.decode()


def test_strangers_sign_in_first(db: None, client: Client) -> None:
    assert client.get("/accounts/me/")["Location"] == "/accounts/login/?next=/accounts/me/"

"""The pages of accounts: who sees names, and the password that is shown once."""

import re

import pytest
from django.test import Client

from junheng.web.accounts.actions.create_account import create_account
from junheng.web.accounts.forms.people import Grant, Identity, NewPerson
from junheng.web.accounts.models import User
from junheng.web.accounts.roles import roles
from tests.web.people import PASSWORD, People

LIST = "/accounts/people/"
PHONE = "13800001234"


@pytest.fixture
def zhang(staff: People) -> User:
    return create_account(staff.actor("system_admin"), username="zhang.san", name="张三丰", phone=PHONE)[0]


def text(client: Client, page: str) -> str:
    answer = client.get(page)
    assert answer.status_code == 200
    return answer.content.decode()


def test_names_and_telephones_are_for_who_manages_accounts(staff: People, zhang: User) -> None:
    for page in (LIST, f"{LIST}{zhang.pk}/"):
        said = text(staff.client("system_admin"), page)
        assert "张三丰" in said
        assert PHONE in said
        said = text(staff.client("security_admin"), page)
        assert "zhang.san" in said
        assert "张三丰" not in said
        assert PHONE not in said


def test_a_whole_telephone_finds_and_not_for_everybody(staff: People, zhang: User) -> None:
    assert "zhang.san" in text(staff.client("system_admin"), f"{LIST}?q={PHONE}")
    assert "zhang.san" not in text(staff.client("system_admin"), f"{LIST}?q={PHONE[:-1]}")
    assert "zhang.san" not in text(staff.client("security_admin"), f"{LIST}?q={PHONE}")
    assert "zhang.san" in text(staff.client("security_admin"), f"{LIST}?q=ZHANG")


def test_accounts_are_narrowed_by_state(staff: People, zhang: User) -> None:
    User.objects.filter(pk=zhang.pk).update(is_active=False)
    client = staff.client("system_admin")
    assert "zhang.san" in text(client, f"{LIST}?state=off")
    assert "zhang.san" not in text(client, f"{LIST}?state=active")
    assert "没有符合条件的账号" in text(client, f"{LIST}?q=nobody")


def test_the_initial_password_is_shown_once_and_must_be_changed(staff: People) -> None:
    admin = staff.client("system_admin")
    answer = admin.post(f"{LIST}new/", {"username": "li.si", "name": "李四", "phone": ""})
    assert answer.status_code == 201
    assert "no-store" in answer["Cache-Control"]
    found = re.findall(r'<dd class="secret">([^<]+)</dd>', answer.content.decode())
    assert found[0] == "li.si"
    password = found[1]
    user = User.objects.get(username="li.si")
    for page in (LIST, f"{LIST}{user.pk}/"):
        assert password not in text(admin, page)
    client = Client()
    client.post("/accounts/login/", {"login": "li.si", "password": password})
    assert client.get("/accounts/me/")["Location"] == "/accounts/password/change/"
    same = {"oldpassword": password, "password1": password, "password2": password}
    assert "不能与原密码相同" in client.post("/accounts/password/change/", same).content.decode()
    new = {"oldpassword": password, "password1": "jade-river-harbour-41", "password2": "jade-river-harbour-41"}
    client.post("/accounts/password/change/", new)
    assert client.get("/accounts/me/").status_code == 200


def test_sent_twice_makes_one_account(staff: People) -> None:
    admin, given = staff.client("system_admin"), {"username": "li.si", "name": "李四"}
    assert admin.post(f"{LIST}new/", given).status_code == 201
    again = admin.post(f"{LIST}new/", given)
    assert again.status_code == 422
    assert "已有人使用" in again.content.decode()
    assert User.objects.filter(username="li.si").count() == 1


@pytest.mark.parametrize("role", [one for one in roles() if one != "system_admin"])
def test_others_make_no_accounts_and_most_see_none(staff: People, role: str) -> None:
    client = staff.client(role)
    for method in ("get", "post", "put", "delete"):
        assert getattr(client, method)(f"{LIST}new/", {"username": "sneaky"}).status_code == 403
    assert client.get(LIST).status_code == (200 if role == "security_admin" else 403)
    assert not User.objects.filter(username="sneaky").exists()


def test_forms() -> None:
    assert not NewPerson({"username": "x" * 61, "name": "n"}).is_valid()
    assert not Identity({"subject": "x" * 192}).is_valid()
    form = Grant({"role": "planner", "organisation": "410100", "custom": "1，2、3;4 5"})
    assert form.is_valid()
    assert form.wanted()["custom"] == ["1", "2", "3", "4", "5"]
    assert not Grant({"role": "king", "organisation": "410100"}).is_valid()
    assert PASSWORD

"""What is done with one account, each by whose power it is."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from junheng.web.accounts.queries import has_second_factor, identity_of
from junheng.web.accounts.roles import roles
from tests.web.people import People

VERBS = {
    "deactivate": "system_admin",
    "activate": "system_admin",
    "password": "system_admin",
    "identity": "system_admin",
    "unlock": "security_admin",
    "second-factor": "security_admin",
    "roles/new": "security_admin",
}


def page(staff: People, role: str = "planner", verb: str = "") -> str:
    return f"/accounts/people/{staff.users[role].pk}/{verb and verb + '/'}"


@pytest.mark.parametrize("verb", list(VERBS))
def test_every_power_ends_where_the_others_begin(staff: People, verb: str) -> None:
    for role in roles():
        if role != VERBS[verb]:
            client = staff.client(role)
            for method in ("get", "post", "put", "delete"):
                assert getattr(client, method)(page(staff, verb=verb)).status_code == 403, (role, method)
    staff.users["planner"].refresh_from_db()
    assert staff.users["planner"].is_active


def test_off_and_on(staff: People) -> None:
    client = staff.client("system_admin")
    answer = client.post(page(staff, verb="deactivate"), {"reason": ""})
    assert answer.status_code == 422
    assert client.post(page(staff, verb="deactivate"), {"reason": "离职"}).status_code == 302
    assert "已停用" in client.get(page(staff)).content.decode()
    assert client.post(page(staff, verb="activate")).status_code == 302
    staff.users["planner"].refresh_from_db()
    assert staff.users["planner"].is_active


def test_the_new_initial_password_is_on_that_answer_alone(staff: People) -> None:
    client = staff.client("system_admin")
    answer = client.post(page(staff, verb="password"))
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert 'class="secret"' not in client.get(page(staff)).content.decode()


def test_an_identity_is_connected(staff: People) -> None:
    client = staff.client("system_admin")
    assert client.post(page(staff, verb="identity"), {"subject": "s-1"}).status_code == 302
    assert identity_of(staff.users["planner"].pk) == "s-1"
    assert client.post(page(staff, "finance", "identity"), {"subject": "s-1"}).status_code == 422


def test_a_lost_second_factor_is_reset_with_a_reason(staff: People) -> None:
    TOTP.activate(staff.users["inspector"], generate_totp_secret())
    client = staff.client("security_admin")
    assert client.post(page(staff, "inspector", "second-factor"), {"reason": ""}).status_code == 422
    assert has_second_factor(staff.users["inspector"].pk)
    assert client.post(page(staff, "inspector", "second-factor"), {"reason": "手机丢失"}).status_code == 302
    assert not has_second_factor(staff.users["inspector"].pk)


def test_ones_own_page_offers_nothing_to_do_to_oneself(staff: People) -> None:
    for role in ("system_admin", "security_admin"):
        said = staff.client(role).get(page(staff, role)).content.decode()
        assert "/deactivate/" not in said
        assert "/roles/new/" not in said


def test_who_is_not_there_is_not_there(staff: People) -> None:
    assert staff.client("system_admin").get("/accounts/people/999999/").status_code == 404

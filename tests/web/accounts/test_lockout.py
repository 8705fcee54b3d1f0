"""Five failures lock a name at an address; it says until when; the security administrator opens it."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone

from junheng.web.accounts.lockout import locked_addresses, normal_name, opens_at, unlock
from junheng.web.audit.models import Event
from tests.web.accounts.conftest import SignIn
from tests.web.people import People


def fail(client: Client, sign_in: SignIn, name: str = "planner", times: int = 5) -> int:
    return [sign_in(client, name, "wrong").status_code for _at in range(times)][-1]


def test_the_fifth_failure_locks_and_the_right_password_opens_nothing(
    client: Client, sign_in: SignIn, staff: People
) -> None:
    assert fail(client, sign_in, times=4) == 200
    assert fail(client, sign_in, times=1) == 429
    answer = sign_in(client, "planner")
    assert answer.status_code == 429
    said = answer.content.decode()
    at = opens_at("planner", "127.0.0.1")
    assert at is not None
    assert timezone.localtime(at).strftime("%Y-%m-%d %H:%M") in said
    assert client.get("/desk/").status_code == 302


def test_no_way_of_writing_the_name_gets_five_more_tries(client: Client, sign_in: SignIn, staff: People) -> None:
    for at, name in enumerate(["planner", "Planner", " planner", "PLANNER ", "pLaNnEr"], 1):
        assert sign_in(client, name, "wrong").status_code == (429 if at == 5 else 200)
    assert sign_in(client, "PlAnner").status_code == 429


def test_another_name_and_another_address_are_not_locked(client: Client, sign_in: SignIn, staff: People) -> None:
    fail(client, sign_in)
    assert sign_in(Client(), "finance").status_code == 302
    assert sign_in(Client(REMOTE_ADDR="10.0.0.9"), "planner").status_code == 302


def test_a_forged_header_changes_no_address(client: Client, sign_in: SignIn, staff: People) -> None:
    for at in range(4):
        sign_in(Client(HTTP_X_FORWARDED_FOR=f"10.0.0.{at}"), "planner", "wrong")
    assert sign_in(Client(HTTP_X_FORWARDED_FOR="10.0.0.77"), "planner", "wrong").status_code == 429


def test_trying_on_does_not_put_the_end_off_nor_flood_the_chain(client: Client, sign_in: SignIn, staff: People) -> None:
    fail(client, sign_in)
    first = opens_at("planner", "127.0.0.1")
    fail(client, sign_in, times=3)
    assert opens_at("planner", "127.0.0.1") == first
    verbs = list(Event.objects.values_list("verb", flat=True))
    assert verbs.count("sign_in.locked") == 1
    assert verbs.count("sign_in.failed") == 5


def test_half_an_hour_later_it_is_open(client: Client, sign_in: SignIn, staff: People) -> None:
    fail(client, sign_in)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=31))
    assert opens_at("planner", "127.0.0.1") is None
    assert sign_in(client, "planner").status_code == 302


def test_a_success_forgets_the_failures(client: Client, sign_in: SignIn, staff: People) -> None:
    fail(client, sign_in, times=4)
    sign_in(client, "planner")
    client.logout()
    assert fail(client, sign_in, times=4) == 200


def test_no_password_is_kept_with_the_attempts(client: Client, sign_in: SignIn, staff: People) -> None:
    sign_in(client, "planner", "nobody-may-read-this")
    kept = AccessAttempt.objects.values_list("get_data", "post_data", "path_info").get()
    assert "nobody-may-read-this" not in str(kept)


@pytest.mark.parametrize("role", ["system_admin", "audit_admin", "planner"])
def test_only_the_security_administrator_unlocks(staff: People, role: str) -> None:
    answer = staff.client(role).post(f"/accounts/people/{staff.users['planner'].pk}/unlock/")
    assert answer.status_code == 403


def test_the_security_administrator_sees_the_lock_and_opens_it(client: Client, sign_in: SignIn, staff: People) -> None:
    fail(client, sign_in)
    page, security = f"/accounts/people/{staff.users['planner'].pk}/", staff.client("security_admin")
    assert "127.0.0.1" in security.get(page).content.decode()
    assert security.post(f"{page}unlock/").status_code == 302
    assert locked_addresses("planner") == []
    assert sign_in(client, "planner").status_code == 302
    assert Event.objects.filter(verb="account.unlock").count() == 1


def test_names_are_kept_one_way_and_unlocking_nobody_is_nothing(db: None) -> None:
    assert normal_name("  ABc ") == "abc"
    assert unlock("nobody") == 0
    assert locked_addresses("nobody") == []

"""Granting and ending roles on the pages."""

from junheng.web.accounts.models import Appointment, User
from tests.web.people import CITY, COUNTY, People


def test_grant_and_end(staff: People) -> None:
    person, client = User.objects.create_user("newcomer", "x"), staff.client("security_admin")
    base = f"/accounts/people/{person.pk}/"
    assert client.get(f"{base}roles/new/").status_code == 200
    given = {"role": "county_reviewer", "organisation": COUNTY, "extent": "", "custom": "", "until": ""}
    assert client.post(f"{base}roles/new/", given)["Location"] == base
    held = Appointment.objects.get(user=person)
    assert "区县审核员" in client.get(base).content.decode()
    end = f"{base}roles/{held.pk}/end/"
    assert client.get(end).status_code == 200
    assert client.post(end, {"reason": ""}).status_code == 422
    assert client.post(end, {"reason": "调岗"}).status_code == 302
    held.refresh_from_db()
    assert held.until is not None


def test_refusals_stay_on_the_form(staff: People) -> None:
    client, person = staff.client("security_admin"), staff.users["planner"].pk
    page = f"/accounts/people/{person}/roles/new/"
    for given, words in (
        ({"role": "audit_admin", "organisation": CITY}, "不能兼任"),
        ({"role": "finance", "organisation": "9999999999"}, "没有这个代码的机构"),
        ({"role": "finance", "organisation": COUNTY}, "不能设在这一级"),
    ):
        answer = client.post(page, given)
        assert answer.status_code == 422
        assert words in answer.content.decode()


def test_nobody_grants_or_ends_an_own_role(staff: People) -> None:
    me = staff.users["security_admin"]
    held, client = Appointment.objects.get(user=me), staff.client("security_admin")
    base = f"/accounts/people/{me.pk}/roles/"
    assert client.post(f"{base}new/", {"role": "planner", "organisation": CITY}).status_code == 403
    assert client.post(f"{base}{held.pk}/end/", {"reason": "x"}).status_code == 403
    assert Appointment.objects.filter(user=me, until__isnull=True).count() == 1


def test_anothers_appointment_is_not_there(staff: People) -> None:
    held = Appointment.objects.get(user=staff.users["planner"])
    page = f"/accounts/people/{staff.users['finance'].pk}/roles/{held.pk}/end/"
    assert staff.client("security_admin").post(page, {"reason": "x"}).status_code == 404
    assert staff.client("system_admin").post(page, {"reason": "x"}).status_code == 403

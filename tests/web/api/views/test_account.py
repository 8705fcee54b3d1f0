"""Who a token speaks for."""

from django.test import Client

from tests.web.api.conftest import Key
from tests.web.people import People


def test_it_names_its_owner_and_what_it_may(staff: People, client: Client, key: Key) -> None:
    held = client.get("/api/v1/account", headers=key("county_reviewer", "report.see")).json()
    assert (held["username"], held["scopes"]) == ("county_reviewer", ["report.see"])
    assert [(one["role"], one["verbs"]) for one in held["roles"]] == [("county_reviewer", ["report.see"])]


def test_no_key_is_ever_told(staff: People, client: Client, key: Key) -> None:
    headers = key("planner")
    said = client.get("/api/v1/account/tokens", headers=headers)
    secret = headers["Authorization"].removeprefix("Bearer ")
    assert [one["prefix"] for one in said.json()] == [secret[:11]]
    assert secret not in said.content.decode()

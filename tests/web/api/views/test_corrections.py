"""Corrections by token: the same rules as on the page."""

from django.test import Client

from junheng.web.reporting.models import Correction
from tests.web.api.conftest import Key
from tests.web.matrix.world import World


def _do(client: Client, held: World, what: str, headers: dict[str, str], **said: object) -> int:
    path = f"/api/v1/corrections/{held.parts['api.correction_id']}/{what}"
    return client.post(path, {"revision": 1, **said}, content_type="application/json", headers=headers).status_code


def test_in_reach_with_whose_turn_it_is(held: World, client: Client, key: Key) -> None:
    (one,) = client.get("/api/v1/corrections?state=asked", headers=key("county_reviewer")).json()["items"]
    assert (one["reason"], one["asked_by"]) == ("漏报", "county_reviewer")
    assert client.get("/api/v1/corrections", headers=key("other_reviewer")).json()["items"] == []


def test_who_asked_cannot_support_it(held: World, client: Client, key: Key) -> None:
    assert _do(client, held, "support", key("county_reviewer")) == 403
    assert _do(client, held, "grant", key("city_statistician")) == 409
    assert _do(client, held, "refuse", key("county_reviewer", "report.see"), answer="不") == 403
    assert _do(client, held, "support", key("other_reviewer")) == 404


def test_who_asked_withdraws_it_once(held: World, client: Client, key: Key) -> None:
    assert _do(client, held, "withdraw", key("county_reviewer")) == 200
    assert _do(client, held, "withdraw", key("county_reviewer")) == 409
    assert [one.state for one in Correction.objects.everything("all of them")] == ["withdrawn"]

"""Drafts and appeals in the reach of the token."""

from django.test import Client

from tests.web.api.conftest import Key
from tests.web.matrix.world import World


def test_an_appeal_with_its_file(held: World, client: Client, key: Key) -> None:
    (row,) = client.get("/api/v1/appeals", headers=key("county_reviewer")).json()
    one = client.get(f"/api/v1/appeals/{row['id']}", headers=key("county_reviewer")).json()
    assert (one["reason"], [file["name"] for file in one["attachments"]]) == ("数据有误", ["证明.pdf"])
    assert client.get(f"/api/v1/appeals/{row['id']}", headers=key("other_reviewer")).status_code == 404


def test_no_drafts_before_the_lock(held: World, client: Client, key: Key) -> None:
    path = f"/api/v1/rounds/{held.parts['round_id']}/drafts"
    assert client.get(path, headers=key("city_statistician")).json() == []

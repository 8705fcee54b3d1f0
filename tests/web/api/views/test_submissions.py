"""Submissions within the reach of the token, with their versions and steps."""

from django.test import Client

from tests.web.api.conftest import Key
from tests.web.matrix.world import World
from tests.web.people import SCHOOLS


def test_only_what_is_in_reach(held: World, client: Client, key: Key) -> None:
    mine = client.get("/api/v1/submissions", headers=key("county_reviewer")).json()
    assert SCHOOLS[0] in {one["organisation"] for one in mine["items"]}
    others = client.get("/api/v1/submissions", headers=key("other_reviewer")).json()
    assert SCHOOLS[0] not in {one["organisation"] for one in others["items"]}
    path = f"/api/v1/submissions/{held.submission.pk}"
    assert client.get(path, headers=key("other_reviewer")).status_code == 404
    assert client.get(path, headers=key("county_reviewer")).json()["who_next"]["en"]


def test_by_state_and_version(held: World, client: Client, key: Key) -> None:
    headers, path = key("county_reviewer"), f"/api/v1/submissions/{held.submission.pk}"
    drafts = client.get("/api/v1/submissions?state=draft", headers=headers).json()["items"]
    assert [one["id"] for one in drafts] == [held.submission.pk]
    versions = client.get(f"{path}/versions", headers=headers).json()
    assert [one["number"] for one in versions] == [1]
    assert client.get(f"{path}/versions/9", headers=headers).status_code == 404

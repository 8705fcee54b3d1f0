"""Records of verdicts: the content answers to its digest, and verification finds it by any name it has."""

import hashlib
import json

from django.test import Client

from tests.web.matrix.world import World
from tests.web.people import COUNTY


def test_the_digest_is_taken_over_the_content(held: World, client: Client) -> None:
    one = client.get(f"/api/v1/verdicts/{held.parts['verdict.number']}").json()
    told = json.dumps(one["verdict"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(told.encode()).hexdigest() == one["digest"]
    assert [held["state"] for held in one["appeals"]] == ["filed"]
    assert one["appeals"][0]["reason"] is None, "not released"


def test_by_number_by_digest_and_not_at_all(held: World, client: Client) -> None:
    row = client.get(f"/api/v1/verdicts?county={COUNTY}").json()["items"][0]
    for asked, how in ((row["number"].lower(), "number"), (row["digest"], "digest"), ("nothing", "number")):
        said = client.get("/api/v1/verify", {"q": asked}).json()
        assert (said["how"], said["found"], said["stands"]) == (how, asked != "nothing", asked != "nothing")
    assert client.get(f"/api/v1/counties/{COUNTY}/verdicts").json() == [row]

"""Pages join without gap or overlap."""

from django.test import Client


def test_following_next_gives_everything_once(published: None, client: Client) -> None:
    address, found = "/api/v1/editions/2025/schools?limit=2&section=primary", []
    while address:
        held = client.get(address).json()
        found += [(one["county_code"], one["school_code"]) for one in held["items"]]
        address = held["next"]
    assert len(found) == len(set(found)) == held["total"] > 2
    assert held["previous"]


def test_past_the_end_there_is_nothing(published: None, client: Client) -> None:
    held = client.get("/api/v1/editions?offset=1000").json()
    assert (held["items"], held["next"]) == ([], None)

"""Editions: the current ones, and one with its versions."""

from django.test import Client


def test_newest_first_and_the_counties_counted(published: None, client: Client) -> None:
    assert [one["year"] for one in client.get("/api/v1/editions").json()["items"]] == [2025, 2024]
    held = client.get("/api/v1/editions/latest").json()
    assert (held["year"], held["permanent"], held["synthetic"]) == (2025, "2025-v1", True)
    assert sum(held["counties"].values()) == 2
    assert [one["permanent"] for one in held["versions"]] == ["2025-v1"]


def test_a_version_that_is_not_there(published: None, client: Client) -> None:
    assert client.get("/api/v1/editions/2025-v9").status_code == 404

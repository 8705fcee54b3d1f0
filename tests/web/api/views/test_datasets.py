"""Data sets: the checksum told is that of the file given."""

import hashlib

from django.test import Client

from tests.web.matrix.world import World


def test_every_file_has_the_checksum_that_is_told(held: World, client: Client) -> None:
    said = client.get("/api/v1/editions/2025/datasets").json()["datasets"]
    assert len(said) == 4
    for file in said[0]["files"]:
        content = client.get(file["href"]).content
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file["size"], file["sha256"]), file["href"]


def test_changes_name_every_version(held: World, client: Client) -> None:
    rows = client.get("/api/v1/datasets/changes").json()["items"]
    assert [one["permanent"] for one in rows] == ["2025-v1", "2024-v1"]
    assert all(one["changes"] for one in rows)

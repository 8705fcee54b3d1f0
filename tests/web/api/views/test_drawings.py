"""Drawings are told once they are committed to; the seed not before it is revealed."""

from django.test import Client

from tests.web.matrix.world import World


def test_committed_ones_without_their_seed(held: World, client: Client) -> None:
    (one,) = client.get("/api/v1/drawings").json()["items"]
    assert (one["commitment"], one["seed"], one["schools"]) == ("0" * 64, None, None)
    assert client.get(f"/api/v1/drawings/{held.parts['pk']}").status_code == 404

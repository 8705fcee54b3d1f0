"""Only released surveys are told."""

from django.test import Client

from tests.web.matrix.world import World


def test_released_ones_only(held: World, client: Client) -> None:
    rows = client.get("/api/v1/surveys").json()["items"]
    assert [one["year"] for one in rows] == [2024]
    tables = client.get(f"/api/v1/surveys/{rows[0]['id']}").json()["tables"]
    assert tables[0]["id"] == "satisfaction"
    assert client.get(f"/api/v1/surveys/{held.parts['survey-desk.pk']}").status_code == 404

"""A county's program reads its own share and no other's."""

from django.test import Client

from tests.web.api.conftest import Key
from tests.web.matrix.world import World
from tests.web.people import COUNTY, OTHER_COUNTY


def test_a_county_reads_its_own_share(held: World, client: Client, key: Key) -> None:
    headers = key("county_reviewer")
    assert [one["county"] for one in client.get("/api/v1/talent-shares", headers=headers).json()] == [COUNTY]
    told = client.get(f"/api/v1/talent-shares/{COUNTY}", headers=headers).json()
    assert told["arithmetic"]["zh"].startswith("3,000 × 100 ÷ 300 ＝ 1,000.00")
    assert [one["id"] for one in told["tables"]] == ["programmes", "training", "arithmetic"]
    assert client.get(f"/api/v1/talent-shares/{OTHER_COUNTY}", headers=headers).status_code == 404

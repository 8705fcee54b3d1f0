"""Evidence in the reach of the token."""

from django.test import Client

from tests.web.api.conftest import Key
from tests.web.matrix.world import ITEM, World
from tests.web.people import COUNTY


def test_a_case_with_its_file(held: World, client: Client, key: Key) -> None:
    headers = key("county_reviewer")
    places = client.get("/api/v1/evidence/2025", headers=headers).json()
    assert [(one["code"], one["states"]["given"]) for one in places] == [(COUNTY, 1)]
    row = next(
        one for one in client.get(f"/api/v1/evidence/2025/{COUNTY}", headers=headers).json() if one["item"] == ITEM
    )
    one = client.get(f"/api/v1/evidence/2025/{COUNTY}/{ITEM}", headers=headers).json()
    assert (row["files"], [file["name"] for file in one["handed_in"]]) == (1, ["证明.pdf"])


def test_out_of_reach_and_what_nobody_judges(held: World, client: Client, key: Key) -> None:
    path = f"/api/v1/evidence/2025/{COUNTY}"
    assert client.get(f"{path}/{ITEM}", headers=key("other_reviewer")).status_code == 404
    assert client.get(f"{path}/L1", headers=key("county_reviewer")).status_code == 404
    assert client.get(f"/api/v1/evidence/1999/{COUNTY}", headers=key("county_reviewer")).status_code == 404

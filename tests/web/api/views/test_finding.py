"""Search and comparison over the API."""

import pytest
from django.test import Client

from tests.web.matrix.world import World
from tests.web.people import COUNTY, SCHOOLS


@pytest.mark.parametrize("word", ["样例第1小学", "yld1xx", SCHOOLS[0]])
def test_a_school_is_found_by_name_initials_and_code(held: World, client: Client, word: str) -> None:
    rows = client.get("/api/v1/search", {"q": word}).json()["items"]
    assert f"/school/{SCHOOLS[0]}/" in {one["href"] for one in rows}


def test_places_stand_beside_each_other(held: World, client: Client) -> None:
    table = client.get(
        "/api/v1/editions/2025/compare", {"place": [f"{SCHOOLS[0]}.primary", f"{SCHOOLS[3 - 1]}.primary"]}
    )
    assert [one["id"] for one in table.json()["table"]["columns"][3:]] == [f"{one}_primary" for one in SCHOOLS[::2]]
    assert client.get("/api/v1/editions/2025/compare", {"place": [COUNTY, "999999"]}).status_code == 404
    assert client.get("/api/v1/editions/2025/compare").status_code == 422
    assert client.get("/api/v1/editions/2025/compare", {"place": ["1", "2", "3", "4", "5"]}).status_code == 422

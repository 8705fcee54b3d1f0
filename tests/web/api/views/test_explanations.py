"""Explanations go down to the cell, and say when the snapshot is away."""

from django.test import Client

from tests.web.matrix.world import World
from tests.web.people import COUNTY, SCHOOLS

VALUE = f"/api/v1/editions/2025/schools/{SCHOOLS[0]}/explanations/primary/L5"


def _cells(node: dict) -> list[dict]:  # type: ignore[type-arg]
    own = [cell for fact in node["facts"] for cell in fact["cells"]]
    return own + [cell for child in node["children"] for cell in _cells(child)]


def test_down_to_the_cell(held: World, client: Client) -> None:
    cells = _cells(client.get(VALUE).json()["explanation"])
    assert {one["file"] for one in cells} == {f"{SCHOOLS[0]}.xlsx"}
    assert all(one["sheet"] and one["cell"] for one in cells)


def test_what_does_not_exist(held: World, client: Client) -> None:
    for end in (f"counties/{COUNTY}/explanations/primary/L99", f"counties/{COUNTY}/items/X1/explanation"):
        assert client.get(f"/api/v1/editions/2025/{end}").status_code == 404


def test_without_the_snapshot(published: None, client: Client) -> None:
    answer = client.get("/api/v1/editions/2025/schools/2141000001/explanations/primary/L5")
    assert (answer.status_code, answer.json()["status"]) == (503, 503)

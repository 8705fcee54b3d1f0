"""Plans of zones are told once they are put before the public, with the numbers of their page."""

from django.test import Client

from tests.web.matrix.world import World


def test_drafts_are_not_told(held: World, client: Client) -> None:
    (one,) = client.get("/api/v1/zonings").json()["items"]
    assert (str(one["id"]), one["state"], one["synthetic"]) == (held.parts["api.plan_id"], "hearing", True)
    assert client.get(f"/api/v1/zonings/{held.parts['plan_id']}").status_code == 404


def test_a_plan_holds_the_numbers_of_its_page(held: World, client: Client) -> None:
    number = held.parts["api.plan_id"]
    told = client.get(f"/api/v1/zonings/{number}").json()
    assert (told["areas_changing"], told["areas_count"]) == (0, len(told["areas"]["rows"]))
    assert told["pupils_changing"] == {"value": 0, "state": "value"}
    page = client.get(f"/zoning/{number}/", {"format": "csv", "table": "zones"}).content.decode("utf-8-sig")
    schools = [row[1]["value"] for row in told["zones"]["rows"]]
    assert schools
    assert all(school in page for school in schools)
    kinds = {column["kind"] for column in told["areas"]["columns"] if column["id"].startswith("metres")}
    assert kinds == {"number"}

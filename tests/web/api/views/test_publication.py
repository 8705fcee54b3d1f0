"""The ranking and the catalogue say what their pages say."""

from django.test import Client

from tests.web.matrix.world import World


def test_the_ranking_compares_two_years(held: World, client: Client) -> None:
    said = client.get("/api/v1/editions/2025/ranking?by=schools").json()
    assert (said["year"], said["before"]["year"], said["by"]) == (2025, 2024, "schools")
    (one,) = said["counties"]
    assert one["rank"] is not None or one["why"]
    assert client.get("/api/v1/editions/2024/ranking").status_code == 404


def test_the_catalogue_has_a_line_for_every_year(held: World, client: Client) -> None:
    rows = client.get("/api/v1/catalogue").json()
    assert {one["year"] for one in rows} == {2025, 2024, None}
    assert {one["status"] for one in rows if one["year"]} <= {"unknown", "on_time", "late", "not_made"}

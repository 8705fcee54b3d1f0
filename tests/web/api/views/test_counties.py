"""Counties: the same states and numbers as are published."""

from django.test import Client

from junheng.web.portal.models import County


def test_by_state(published: None, client: Client) -> None:
    rows = client.get("/api/v1/editions/2025/counties?state=not_met").json()["items"]
    assert [one["county_code"] for one in rows] == ["410105"]
    assert rows[0]["reasons"] == [{"zh": "1所学校未达标", "en": "1 school falls short"}]


def test_the_numbers_are_those_that_are_kept(published: None, client: Client) -> None:
    kept = County.objects.get(edition__year=2025, code="410105")
    said = client.get("/api/v1/editions/2025/counties/410105").json()
    numbers = {(one["section"], one["indicator"]): one["dispersion"] for one in said["indicators"]}
    assert numbers == {(one["section"], one["indicator"]): one["dispersion"] for one in kept.indicators}
    assert [one["code"] for one in said["left_out"]] == ["2141000009"]


def test_a_county_over_the_years(published: None, client: Client) -> None:
    assert [one["year"] for one in client.get("/api/v1/counties/410105").json()] == [2024, 2025]
    assert client.get("/api/v1/counties/999999").status_code == 404

"""Schools by filter, and the four states of a value."""

import pytest
from django.test import Client

from junheng.web.api.shapes import value
from junheng.web.portal.models import School

LIST = "/api/v1/editions/2025/schools"


@pytest.mark.parametrize(
    ("query", "count"), [("state=not_met", 1), ("q=北岗", 1), ("section=junior&county=410105", 1), ("county=999999", 0)]
)
def test_by_filter(published: None, client: Client, query: str, count: int) -> None:
    assert client.get(f"{LIST}?{query}").json()["total"] == count


def test_a_blank_is_never_nought(published: None, client: Client) -> None:
    row = client.get("/api/v1/editions/2025/schools/2141000003").json()[0]
    assert row["values"]["L6"] == {"value": None, "state": "not_reported"}
    assert row["state"] == "not_judged"


def test_what_is_hidden_is_told_as_hidden(published: None, client: Client) -> None:
    School.objects.filter(code="2141000001").update(suppressed=True)
    row = client.get("/api/v1/editions/2025/schools/2141000001").json()[0]
    assert {one["state"] for one in row["values"].values()} == {"suppressed"}
    assert row["pupils"] == {"value": None, "state": "suppressed"}


def test_the_four_states() -> None:
    found = [value(1.5, suppressed=False), value(1.5, suppressed=True), value(None, suppressed=False)]
    found.append(value(None, suppressed=False, applies=False))
    assert [one["state"] for one in found] == ["value", "suppressed", "not_reported", "not_applicable"]

"""The catalogue and the publisher's queue."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.test import Client
from django.utils import timezone

from junheng.web.accounts.roles import roles
from junheng.web.reporting.models import Round
from junheng.web.verdicts.models import Record
from tests.web.people import People
from tests.web.verdicts.conftest import City


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_what_is_published_in_time_says_so(record: Record, client: Client, prefix: str) -> None:
    html = client.get(f"{prefix}/catalogue/").content.decode()
    assert ("On time" if prefix else "按时公开") in html
    assert "20" in html


def test_what_was_published_too_late_says_so(record: Record, client: Client) -> None:
    Round.objects.update(locked_at=timezone.now() - timedelta(days=60))
    html = client.get("/catalogue/").content.decode()
    assert "已公开，逾期" in html


def test_the_files_hold_the_cells_of_the_page(record: Record, client: Client) -> None:
    rows = client.get("/catalogue/").context["rows"]
    text = client.get("/catalogue/download/catalogue.csv").content.decode("utf-8-sig")
    read = list(csv.DictReader(StringIO(text)))
    assert [one["status"] for one in read] == [line.title.zh for line, _cells in rows]
    for file, status in (("catalogue.xlsx", 200), ("catalogue.pdf", 200), ("catalogue.doc", 404)):
        assert client.get(f"/catalogue/download/{file}").status_code == status


def test_the_queue_counts_down(city: City) -> None:
    client = city.people.client("publisher")
    (first, *_rest) = client.get("/desk/publication/").context["rows"]
    assert first[0].left == 20
    Round.objects.update(locked_at=timezone.now() - timedelta(days=60))
    html = client.get("/desk/publication/").content.decode()
    assert "逾期未公开" in html


def test_an_empty_queue_says_so(staff: People) -> None:
    html = staff.client("publisher").get("/en/desk/publication/").content.decode()
    assert "Nothing waits for publication." in html
    assert "国办发明电" in html


@pytest.mark.parametrize("role", sorted(roles()))
def test_only_publishers_see_the_queue(staff: People, role: str) -> None:
    assert staff.client(role).get("/desk/publication/").status_code == (200 if role == "publisher" else 403)

"""Pages travel compressed, are confirmed when nothing changed, are private for staff, and are light."""

import gzip

from django.contrib.staticfiles import finders
from django.test import Client

from junheng.web.portal.actions.publish_city import publish_city
from tests.web import factories
from tests.web.people import People

ZIP = {"Accept-Encoding": "gzip"}
FIRST, LATER = 300_000, 50_000
"""Bytes of a first load with its style sheet and mark, and of any page after it."""


def test_a_page_is_compressed_and_confirmed(published: None, client: Client) -> None:
    first = client.get("/", headers=ZIP)
    assert first["Content-Encoding"] == "gzip"
    assert "均衡" in gzip.decompress(first.content).decode()
    assert first["Cache-Control"] == "public, no-cache"
    again = client.get("/", headers={**ZIP, "If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_page_with_a_form_token_is_never_compressed(published: None, client: Client) -> None:
    assert "Content-Encoding" not in client.get("/check/", headers=ZIP)


def test_staff_pages_are_private(published: None, staff: People) -> None:
    answer = staff.client("publisher").get("/", headers=ZIP)
    assert "Content-Encoding" not in answer
    assert "private" in answer["Cache-Control"]


def test_another_version_is_another_page(published: None, client: Client) -> None:
    before = client.get("/")["ETag"]
    publish_city([factories.city()], snapshots={2025: "x"}, synthetic=True)
    assert client.get("/", headers={"If-None-Match": before}).status_code == 200


def test_pages_are_light(db: None, client: Client) -> None:
    verdicts = factories.large_city(years=(2024, 2025), schools=250)
    publish_city(verdicts, snapshots={2024: "a", 2025: "b"}, geometry=factories.geometry(), synthetic=True)
    sizes = {
        path: len(client.get(path, headers=ZIP).content) for path in ("/", "/2025/county/410105/", "/wall/", "/data/")
    }
    sheet = finders.find("portal/site.css")
    assert isinstance(sheet, str)
    with open(sheet, "rb") as file:  # noqa: PTH123 - a path of the finder
        assert sizes["/"] + len(file.read()) <= FIRST
    assert {path: size for path, size in sizes.items() if size > LATER} == {}

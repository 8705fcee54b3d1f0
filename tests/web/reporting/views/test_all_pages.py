"""Every page of reporting, in both languages, for whom it is made."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override

from junheng.web.reporting.actions.preview import preview
from tests.web.reporting.conftest import City
from tests.web.reporting.files import book, uploaded


def _addresses(city: City) -> dict[str, str]:
    city.confirmed()
    held = city.submission()
    token = preview(city.actor(), held, [uploaded(book(rooms__books=9))], revision=held.revision).token
    args: dict[str, list[Any]] = {
        "desk": [],
        "rounds": [],
        "board": [city.round.pk],
        "submission": [held.pk],
        "upload": [held.pk],
        "preview": [held.pk, token],
        "receipt": [held.pk, 1],
        "receipt-pdf": [held.pk, 1],
        "original": [held.pk, 1, 1],
        "marked": [held.pk, 1, 1],
    }
    found = {name: reverse(name, args=one) for name, one in args.items()}
    for filling in ("form", "form-last", "form-now", "row", "row-now"):
        found[filling] = reverse("template", args=[held.pk, filling])
    for table in ("schools", "sections", "class_sizes", "teachers", "staff", "rooms", "money"):
        found[table] = reverse("typing", args=[held.pk, table])
    for suffix in ("xlsx", "csv"):
        found[suffix] = reverse("board-file", args=[city.round.pk, suffix])
    return found


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_reporter(city: City, language: str) -> None:
    with override(language):
        addresses = _addresses(city)
    client = city.client()
    assert {name: client.get(one).status_code for name, one in addresses.items()} == dict.fromkeys(addresses, 200)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_statistician(city: City, prefix: str) -> None:
    client = city.client("city_statistician")
    pages = ("", "rounds/", "rounds/new/", f"rounds/{city.round.pk}/", f"rounds/{city.round.pk}/board/")
    found = {
        page: client.get(f"{prefix}/desk/{page}").status_code for page in (*pages, f"rounds/{city.round.pk}/import/")
    }
    assert set(found.values()) == {200}

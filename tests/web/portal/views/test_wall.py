"""The wall: renews itself when asked, no script, from the city to a county to a school by links."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_from_the_city_to_the_school(published: None, client: Client, prefix: str) -> None:
    city = client.get(f"{prefix}/wall/").content.decode()
    assert "http-equiv" not in city
    assert city.count(f'href="{prefix}/wall/410105/"') == 2
    county = client.get(f"{prefix}/wall/410105/").content.decode()
    assert f'href="{prefix}/school/2141000002/"' in county
    assert "<script" not in city + county


def test_it_renews_itself_only_when_told_to_and_can_be_told_to_stop(published: None, client: Client) -> None:
    for path in ("/wall/", "/wall/410105/"):
        assert 'href="?renew=1"' in client.get(path).content.decode()
        renewing = client.get(f"{path}?renew=1").content.decode()
        assert '<meta http-equiv="refresh" content="300">' in renewing
        assert 'href="?"' in renewing


def test_failing_schools_come_first(published: None, client: Client) -> None:
    schools = client.get("/wall/410105/").context["schools"]
    assert [one.passes for one in schools] == [False, None, True, True]


def test_what_is_not_there(published: None, client: Client) -> None:
    assert client.get("/wall/999999/").status_code == 404


def test_an_empty_site(db: None, client: Client) -> None:
    assert client.get("/wall/").status_code == 200
    assert client.get("/wall/410105/").status_code == 404


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_text_colour_stands_out_from_every_dark_ground() -> None:
    path = finders.find("portal/wall.css")
    assert isinstance(path, str)
    style = Path(path).read_text("utf-8").partition("@media print")[0]
    texts = set(re.findall(r"(?<![-\w])color: (#[0-9a-f]{6})", style))
    grounds = set(re.findall(r"background: (#[0-9a-f]{6})", style))
    assert texts
    assert grounds
    for text in texts:
        for ground in grounds:
            assert (_light(text) + 0.05) / (_light(ground) + 0.05) >= 4.5, (text, ground)

"""Large text: a cookie, and back to the page it was pressed on and nowhere else."""

import pytest
from django.test import Client


def test_the_text_size_comes_back_to_the_page_and_stays(published: None, client: Client) -> None:
    answer = client.get("/text/large/", {"back": "/2025/"})
    assert (answer.status_code, answer["Location"]) == (302, "/2025/")
    assert 'class="large"' in client.get("/2025/").content.decode()
    client.get("/text/normal/")
    assert 'class="large"' not in client.get("/2025/").content.decode()


@pytest.mark.parametrize(
    "evil",
    [
        "https://example.org/",
        "//example.org/",
        "///example.org/",
        "/\\example.org/",
        "http:example.org",
        "javascript:alert(1)",
        "",
    ],
)
def test_it_leads_nowhere_else(db: None, client: Client, evil: str) -> None:
    assert client.get("/text/normal/", {"back": evil})["Location"] == "/"


def test_a_header_cannot_be_smuggled_in(db: None, client: Client) -> None:
    answer = client.get("/text/large/", {"back": "/x\r\nSet-Cookie: a=b"})
    assert "\n" not in answer["Location"]
    assert set(answer.cookies) == {"text"}


def test_the_cookie_is_no_scripts_business(db: None, client: Client) -> None:
    cookie = client.get("/text/large/").cookies["text"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_only_two_sizes_and_only_reading(db: None, client: Client) -> None:
    assert client.get("/text/huge/").status_code == 404
    assert client.post("/text/large/").status_code == 405


def test_a_forged_cookie_is_no_size(published: None, client: Client) -> None:
    client.cookies["text"] = '"><script>'
    html = client.get("/").content.decode()
    assert "<script>" not in html
    assert 'class="large"' not in html

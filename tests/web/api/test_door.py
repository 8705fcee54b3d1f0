"""Around every address: methods, HEAD, conditional requests, caching."""

from django.test import Client


def test_other_methods_are_named(client: Client, db: None) -> None:
    answer = client.delete("/api/v1/articles")
    assert (answer.status_code, answer["Allow"], answer["Content-Type"]) == (
        405,
        "GET, HEAD",
        "application/problem+json",
    )


def test_what_is_known_is_not_sent_again(published: None, client: Client) -> None:
    first = client.get("/api/v1/editions/2025/counties")
    again = client.get("/api/v1/editions/2025/counties", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "public" in first["Cache-Control"]


def test_head_is_get_without_content(client: Client, db: None) -> None:
    answer = client.head("/api/v1/articles")
    assert (answer.status_code, answer.content) == (200, b"")

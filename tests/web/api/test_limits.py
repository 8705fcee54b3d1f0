"""Too many requests are told to wait."""

from django.test import Client
from pytest_django import Settings

RATES = {"address": 2, "token": 2, "refused": 2}


def test_an_address_waits_for_the_next_minute(client: Client, db: None, settings: Settings) -> None:
    settings.JUNHENG_API_RATES = RATES
    answers = [client.get("/api/v1/articles/art-03") for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert 1 <= int(answers[-1]["Retry-After"]) <= 60


def test_guessing_tokens_ends_soon(client: Client, db: None, settings: Settings) -> None:
    settings.JUNHENG_API_RATES = RATES
    found = [client.get("/api/v1/account", headers={"Authorization": f"Bearer {at}"}).status_code for at in range(3)]
    assert found == [401, 401, 429]


def test_nought_is_no_limit(client: Client, db: None, settings: Settings) -> None:
    settings.JUNHENG_API_RATES = dict.fromkeys(RATES, 0)
    assert {client.get("/api/v1/articles/art-03").status_code for _ in range(5)} == {200}

"""What the sign-in page says."""

from django.test import Client
from pytest_django import Settings


def test_it_says_when_there_is_no_second_factor(db: None, client: Client, settings: Settings) -> None:
    settings.JUNHENG_SECOND_FACTOR = False
    assert "没有启用动态口令" in client.get("/accounts/login/").content.decode()
    assert "are switched off" in client.get("/en/accounts/login/").content.decode()
    settings.JUNHENG_SECOND_FACTOR = True
    assert "没有启用动态口令" not in client.get("/accounts/login/").content.decode()


def test_it_tells_how_to_get_an_account(db: None, client: Client) -> None:
    said = client.get("/accounts/login/").content.decode()
    assert "系统管理员" in said
    assert "安全管理员" in said

"""The address is the peer's, unless a proxy we know passes on another."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from junheng.web.accounts.address import address_of


@pytest.mark.parametrize(
    ("peer", "passed", "expected"),
    [
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "1.2.3.4", "1.2.3.4"),
        ("10.0.0.1", "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        ("10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2", "1.2.3.4"),
        ("10.0.0.1", "<script>", "10.0.0.1"),
        ("10.0.0.1", "1.2.3.4, <script>", "10.0.0.1"),
        ("10.0.0.1", "2001:db8::1", "2001:db8::1"),
        ("9.9.9.9", "1.2.3.4", "9.9.9.9"),
    ],
)
def test_only_known_proxies_are_believed(settings: Settings, peer: str, passed: str, expected: str) -> None:
    settings.JUNHENG_PROXIES = frozenset({"10.0.0.1", "10.0.0.2"})
    request = RequestFactory().get("/", REMOTE_ADDR=peer, HTTP_X_FORWARDED_FOR=passed)
    assert address_of(request) == expected


def test_without_proxies_no_header_is_believed() -> None:
    assert address_of(RequestFactory().get("/", HTTP_X_FORWARDED_FOR="1.2.3.4")) == "127.0.0.1"

"""The address a request comes from."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The peer's address; behind a proxy of ``JUNHENG_PROXIES``, the last address it forwards that is no such proxy.

    What others write into ``X-Forwarded-For`` is not believed, nor is anything that is no address.
    """
    address: str = request.META.get("REMOTE_ADDR", "")
    passed = [one.strip() for one in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    while address in settings.JUNHENG_PROXIES and passed:
        before = passed.pop()
        if not _is_address(before):
            break
        address = before
    return address


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True

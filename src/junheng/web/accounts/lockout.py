"""Five failures lock a name at an address for half an hour; the page says when it opens again."""

from datetime import datetime
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from junheng.web.accounts.address import address_of

TOO_MANY = 429


def normal_name(username: str) -> str:
    """A user name as it is kept: without spaces around it, in small letters."""
    return username.strip().lower()


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The name somebody tries to sign in with, the same for every way to write it."""
    tried = (credentials or {}).get("username") or request.POST.get("login", "")
    return normal_name(str(tried))[:255]


def opens_at(username: str, address: str) -> datetime | None:
    """When a name that is locked at an address opens again; None when it is open."""
    recent = AccessAttempt.objects.filter(
        username=normal_name(username),
        ip_address=address,
        attempt_time__gt=timezone.now() - settings.AXES_COOLOFF_TIME,
    ).aggregate(failures=Sum("failures_since_start"), last=Max("attempt_time"))
    if (recent["failures"] or 0) < settings.AXES_FAILURE_LIMIT:
        return None
    last: datetime = recent["last"]
    return last + settings.AXES_COOLOFF_TIME


def locked_addresses(username: str) -> list[str]:
    """From where this name cannot sign in at the moment."""
    tried = AccessAttempt.objects.filter(username=normal_name(username)).values_list("ip_address", flat=True)
    return [str(one) for one in sorted(set(tried), key=str) if opens_at(username, str(one))]


def unlock(username: str) -> int:
    """Forget the failures of a name; returns how many records of them there were."""
    removed: int = AxesProxyHandler.reset_attempts(username=normal_name(username))
    return removed


def count_failure(request: HttpRequest, username: str) -> None:
    """Count a wrong one-time password like a wrong password."""
    AxesProxyHandler.user_login_failed(None, {"username": username}, request)


def say_locked(
    request: HttpRequest, _response: HttpResponse | None = None, credentials: dict[str, Any] | None = None
) -> HttpResponse:
    """The page for whoever is locked out."""
    at = opens_at(name_tried(request, credentials), address_of(request))
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    given = {"at": at, "limit": settings.AXES_FAILURE_LIMIT, "minutes": minutes}
    return render(request, "accounts/locked.html", given, status=TOO_MANY)

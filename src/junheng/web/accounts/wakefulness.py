"""A session lasts while it is used: it ends ``SESSION_COOKIE_AGE`` seconds after the last request."""

import time
from collections.abc import Callable

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse

SEEN = "seen"
EVERY = 60
"""Seconds between two writes of the same session: reading pages should not write the database each time."""


def keep_awake(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def answer(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and _due(request.session):
            mark(request.session)
        return get_response(request)

    return answer


def mark(session: SessionBase) -> None:
    """Note that the session is in use; saving it puts its end off."""
    session[SEEN] = int(time.time())


def _due(session: SessionBase) -> bool:
    return int(time.time()) - int(session.get(SEEN, 0)) >= EVERY

"""Public answers kept in memory until something is published, for readers who are nobody in particular.

An answer may be kept when it follows from the published editions and the address alone. One small query asks, with
every request and of every process, what is published just now: after a publication, a correction or a switch of
disclosure control nothing kept before is given out again. Whoever has a session, a message waiting or a token is
answered anew, and so is everything but a whole answer to a GET.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import wraps
from threading import Lock
from typing import Any

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from junheng.web.portal.queries import publications

View = Callable[..., HttpResponse]
LONGEST = 300
"""Characters of an address that is worth keeping an answer for."""


@dataclass
class Shelf:
    """Answers by address, of one state of what is published; the longest unasked go first when room runs out."""

    stamp: Hashable = None
    held: OrderedDict[Hashable, tuple[bytes, dict[str, str]]] = field(default_factory=OrderedDict)
    size: int = 0
    lock: Lock = field(default_factory=Lock)

    def take(self, stamp: Hashable, key: Hashable) -> HttpResponse | None:
        with self.lock:
            if stamp != self.stamp:
                self.held.clear()
                self.stamp, self.size = stamp, 0
            found = self.held.get(key)
            if found is None:
                return None
            self.held.move_to_end(key)
        content, headers = found
        return HttpResponse(content, headers=headers)

    def put(self, stamp: Hashable, key: Hashable, answer: HttpResponse, room: int) -> None:
        """Keep an answer made while ``stamp`` was what is published."""
        with self.lock:
            if stamp != self.stamp or key in self.held:
                return
            self.held[key] = (answer.content, dict(answer.headers))
            self.size += len(answer.content)
            while self.size > room:
                _key, (content, _headers) = self.held.popitem(last=False)
                self.size -= len(content)


SHELF = Shelf()


def kept(view: View, *, questions: bool = False) -> View:
    """The view with its answers kept, those to addresses with a question only where ``questions`` says so.

    Put it outside what compresses: an answer is kept as it travels.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        room = settings.JUNHENG_KEEP_BYTES
        if not room or not _anybody(request) or (request.GET and not questions):
            return view(request, *args, **kwargs)
        stamp, key = publications(), _key(request)
        found = SHELF.take(stamp, key)
        if found is not None:
            return found
        made = view(request, *args, **kwargs)
        if made.status_code == 200 and not made.streaming and not made.cookies:  # noqa: PLR2004
            SHELF.put(stamp, key, made, room)
        return made

    return answer


def _anybody(request: HttpRequest) -> bool:
    """Whether the answer would be the same for every reader."""
    personal = {settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name} & request.COOKIES.keys()
    asked = request.method == "GET" and len(request.get_full_path()) <= LONGEST
    return asked and not personal and "Authorization" not in request.headers


def _key(request: HttpRequest) -> Hashable:
    zipped = "gzip" in request.headers.get("Accept-Encoding", "")
    return request.get_full_path(), get_language(), request.COOKIES.get("text") == "large", zipped

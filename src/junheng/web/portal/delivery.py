"""How public pages travel: compressed, with a checksum by which a reader's cache asks before it shows one again.

No page is shown from a cache unasked: the next minute may bring a version that supersedes it.

Compression and secrets do not go together (BREACH): only pages are wrapped that hold no token of a form and nothing
of a person.
"""

import hashlib
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import http_date
from django.views.decorators.gzip import gzip_page

from junheng.web.accounts.access import actor_of
from junheng.web.portal.models import Edition

View = Callable[..., HttpResponse]


def delivered(view: View) -> View:
    """A public page without a form token: compressed, confirmed by its checksum when asked for again."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if actor_of(request).known:
            return _private(view(request, *args, **kwargs))
        return compressed(request, *args, **kwargs)

    @wraps(view)
    def confirmed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        made = view(request, *args, **kwargs)
        if made.status_code != 200 or made.streaming:  # noqa: PLR2004 - what is not a whole page is not kept
            return made
        if not made.has_header("Cache-Control"):
            patch_cache_control(made, public=True, no_cache=True)
        patch_vary_headers(made, ["Cookie"])
        tag = made.headers.get("ETag") or f'"{hashlib.sha256(made.content).hexdigest()[:32]}"'
        made["ETag"] = tag
        return get_conditional_response(request, etag=tag, response=made) or made

    compressed: View = gzip_page(confirmed)
    return answer


def dated(made: HttpResponse, published: Iterable[Edition]) -> HttpResponse:
    """The answer with the day of the newest edition it may show as ``Last-Modified``.

    Only told: whether a page is still the same is decided by its checksum, because other parts add to it in between.
    """
    if times := [one.published_at.timestamp() for one in published]:
        made["Last-Modified"] = http_date(max(times))
    return made


def _private(made: HttpResponse) -> HttpResponse:
    patch_cache_control(made, private=True, no_cache=True)
    return made

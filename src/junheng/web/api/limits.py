"""How many requests a minute one address or one token may make.

``JUNHENG_API_RATES`` of the settings gives the numbers; 0 means no limit. Counts live in Django's cache, which all
processes of the site share.
"""

import time

from django.conf import settings
from django.core.cache import cache

from junheng.web.api.problem import TooMany

WINDOW = 60
"""Seconds over which requests are counted."""


def spend(kind: str, who: str) -> None:
    """Count one request of somebody. ``kind`` is ``address``, ``token`` or ``refused`` (tokens that are not known).

    Raises:
        TooMany: with the seconds until the window ends.
    """
    allowed = settings.JUNHENG_API_RATES[kind]
    if not allowed:
        return
    now = int(time.time())
    key = f"api-rate:{kind}:{who}:{now // WINDOW}"
    cache.add(key, 0, WINDOW)
    if _counted(key) > allowed:
        raise TooMany(WINDOW - now % WINDOW)


def _counted(key: str) -> int:
    try:
        return int(cache.incr(key))
    except ValueError:  # the entry ran out between the two calls
        return 1

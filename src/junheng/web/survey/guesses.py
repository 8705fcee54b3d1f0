"""How many wrong codes an address may try. All processes of the site count together.

The address is kept as a keyed digest, in the cache, for an hour at most.
"""

from django.core.cache import cache

from junheng.web.kit.crypto import keyed

MOST, SECONDS = 20, 3600
"""Wrong codes from one address within the seconds; a school behind one address mistypes too."""


def allowed(address: str) -> bool:
    return int(cache.get(_key(address), 0)) < MOST


def missed(address: str) -> None:
    """Count a wrong code."""
    key = _key(address)
    cache.add(key, 0, SECONDS)
    cache.incr(key)


def _key(address: str) -> str:
    return f"survey.guess.{keyed('survey.guess', address)}"

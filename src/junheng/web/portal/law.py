"""The standard an edition was judged by, read once per process."""

from functools import lru_cache

from junheng.policy import PolicyError, load_standard
from junheng.policy.standard import Standard
from junheng.web.portal.words import say

DEFAULT = "jiaodu-2017-6"


@lru_cache(maxsize=8)
def standard_of(name: str) -> Standard:
    return load_standard(name)


def standard_name(name: str) -> str:
    """The number and the title of a standard; the name of one that cannot be read any more."""
    try:
        held = standard_of(name)
    except PolicyError:
        return name
    return f"{held.number} {say(held.title)}"

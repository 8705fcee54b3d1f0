"""What the log calls a deed: verbs are recorded as they are, and read with a title (``verbs.yaml``)."""

from collections.abc import Mapping
from functools import cache

from junheng.policy.own_yaml import own_yaml
from junheng.policy.text import Text


@cache
def titles() -> Mapping[str, Text]:
    """The title of every verb."""
    held = own_yaml(__package__, "verbs.yaml")
    return {verb: Text(one["zh"], one["en"]) for verb, one in held.items()}


def verbs_like(words: str) -> list[str]:
    """The verbs in whose title these words stand, in either language."""
    wanted = words.casefold()
    return [verb for verb, title in titles().items() if wanted in title.zh or wanted in title.en.casefold()]

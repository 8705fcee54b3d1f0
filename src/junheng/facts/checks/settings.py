"""The limits of plausibility, ``plausibility.yaml``."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from junheng.policy.own_yaml import own_yaml


@cache
def settings() -> Mapping[str, Any]:
    raw: Mapping[str, Any] = own_yaml(__package__, "plausibility.yaml")
    return raw

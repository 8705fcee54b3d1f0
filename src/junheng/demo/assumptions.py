"""``data/seats.yaml``: what was made up for the children, streets and building land of the synthetic city."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from junheng.policy.own_yaml import own_yaml


@cache
def assumptions() -> Mapping[str, Any]:
    """The file as it stands; its comments say what each number means."""
    raw: dict[str, Any] = own_yaml("junheng.demo", "data/seats.yaml")
    return raw

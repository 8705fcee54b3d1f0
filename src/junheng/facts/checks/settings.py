"""The limits of plausibility, ``plausibility.yaml``."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def settings() -> Mapping[str, Any]:
    raw: Mapping[str, Any] = yaml.safe_load((files(__package__) / "plausibility.yaml").read_text(encoding="utf-8"))
    return raw

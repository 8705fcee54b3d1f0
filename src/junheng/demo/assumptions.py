"""``data/seats.yaml``: what was made up for the children, streets and building land of the synthetic city."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def assumptions() -> Mapping[str, Any]:
    """The file as it stands; its comments say what each number means."""
    raw: dict[str, Any] = yaml.safe_load((files("junheng.demo") / "data" / "seats.yaml").read_text(encoding="utf-8"))
    return raw

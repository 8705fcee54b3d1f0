"""The numbers that an answer was computed with, and those that it asks for."""

from collections.abc import Mapping
from typing import Any

from junheng.policy.parameters import Parameter, Value


def told(parameters: Mapping[str, Parameter], values: Mapping[str, Value | float]) -> dict[str, list[dict[str, Any]]]:
    """``parameters``: known ones, ``asked``: those without a value; id, title, value, unit and source of each."""
    known: list[dict[str, Any]] = []
    asked: list[dict[str, Any]] = []
    for id_, one in parameters.items():
        said = {"id": id_, "title": {"zh": one.title.zh, "en": one.title.en}, "value": values[id_]}
        (asked if values[id_] is None else known).append({**said, "unit": one.unit, "cite": one.cite})
    return {"parameters": known, "asked": asked}

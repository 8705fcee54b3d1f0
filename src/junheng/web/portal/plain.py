"""Verdicts as JSON: dataclasses become objects, texts become ``{"zh", "en"}``, dates and states become strings."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from junheng.policy.text import Text


def plain(value: Any, *, without: frozenset[str] = frozenset()) -> Any:
    """The JSON form of a verdict or a part of it; dataclass fields named in ``without`` are left out everywhere."""
    if isinstance(value, Text):
        return {"zh": value.zh, "en": value.en}
    if is_dataclass(value):
        return {
            one.name: plain(getattr(value, one.name), without=without)
            for one in fields(value)
            if one.name not in without
        }
    if isinstance(value, Mapping):
        return {str(key): plain(held, without=without) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [plain(held, without=without) for held in value]
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value

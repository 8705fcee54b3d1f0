"""A fact as it is written into a cell, such that reading the cell gives the same fact again."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from junheng.facts.codes import code_list
from junheng.facts.contracts import Field

NOT_APPLICABLE = "/"
SUPPRESSED = "*"
YES, NO = "是", "否"

_DANGEROUS = re.compile(r"^'*[=+\-@\t\r]")
_GUARDED = re.compile(r"^'+[=+\-@\t\r]")


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula, also after it was saved as CSV: ``=1+1`` -> ``'=1+1``."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unguarded(text: str) -> str:
    """What ``neutral`` was given."""
    return text[1:] if _GUARDED.match(text) else text


def written(value: Any, field: Field) -> str | float | int | None:
    """The cell for a stored value: codes as titles, 是/否, amounts in the unit they are reported in."""
    if value is None:
        return None
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return neutral(_titled(value, field))
    return _reported(value, field)


def _titled(value: str, field: Field) -> str:
    """The Chinese title of a code, or the text itself."""
    titles = code_list(field.codes).codes if field.codes else {}
    return titles[value].zh if value in titles else value


def _reported(value: float, field: Field) -> float | int:
    if field.scale == 1:
        return value
    return float(Decimal(repr(value)) / Decimal(repr(field.scale)))

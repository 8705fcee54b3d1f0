"""Formulas in words, made from the standard's own columns."""

from collections.abc import Mapping

from junheng.facts.contracts import contract
from junheng.facts.units import UNIT_COLUMNS
from junheng.policy.standard import Indicator, Ratio
from junheng.web.portal.words import say

_UNIT_TITLES = {one.id: one.title for one in UNIT_COLUMNS}


def formula(one: Indicator | Ratio) -> str:
    """``(教学及辅助用房面积 − 室内体育用房面积) ÷ 在校学生数``, times 100 where the standard says so."""
    table = one.table if isinstance(one, Ratio) else None
    above, below = _sum(one.numerator, table), _sum(one.denominator, table)
    divided = f"{_bracket(above, one.numerator)} ÷ {_bracket(below, one.denominator)}" if below else above
    return divided if one.per == 1 else f"{divided} × {one.per:g}"


def _sum(terms: Mapping[str, float], table: str | None) -> str:
    words = ""
    for column, factor in terms.items():
        sign = " − " if factor < 0 else " + "
        times = "" if abs(factor) == 1 else f"{abs(factor):g} × "
        words += f"{sign if words else sign.strip().replace('+', '')}{times}{_title(column, table)}"
    return words


def _bracket(words: str, terms: Mapping[str, float]) -> str:
    return f"({words})" if len(terms) > 1 else words


def _title(column: str, table: str | None) -> str:
    if table is not None:
        found = next((field for field in contract(table).fields if field.id == column), None)
        return say(found.title) if found else column
    return say(_UNIT_TITLES[column]) if column in _UNIT_TITLES else column

"""Formulas in the words of the columns they are made from."""

from junheng.balance.columns import title_of
from junheng.facts.contracts import contracts
from junheng.policy.standard import Linear, Ratio

DERIVED = {
    "visiting_pe_art_teachers": "到校交流轮岗、兼职、走教的体育艺术教师数",
    "leased_sports_area": "校外租赁场馆面积",
    "other_sports_area": "校内其他体育场面积",
}


def linear(terms: Linear, table: str | None = None) -> str:
    """``{a: 1, b: -1}`` -> ``（甲 − 乙）``."""
    if not terms:
        return "1"
    text = ""
    for name, factor in terms.items():
        sign = " − " if factor < 0 else " + "
        scaled = _title(name, table) if abs(factor) == 1 else f"{abs(factor):g} × {_title(name, table)}"
        text += (sign if text or factor < 0 else "") + scaled
    return f"（{text}）" if len(terms) > 1 else text


def ratio(one: Ratio) -> str:
    per = "" if one.per == 1 else f"{one.per:g} × "
    above = linear(one.numerator, one.table)
    return f"{per}{above} ÷ {linear(one.denominator, one.table)}" if one.denominator else f"{per}{above}"


def _title(name: str, table: str | None) -> str:
    if table is not None:
        return contracts()[table].field(name).title.zh
    return DERIVED.get(name) or title_of(name).zh

"""Teachers' pay beside civil servants', county by county and year by year.

Rules: no lower on average (教督〔2017〕6号 第八条（八）); performance pay rises as much (郑政〔2023〕26号 第八条).
"""

from fractions import Fraction
from math import ceil
from typing import Any

from junheng.policy.pay_rules import PayRules
from junheng.teachers.pay.share_out import yuan
from junheng.teachers.reading import Read

COLUMNS = ("teachers", "teachers_average", "servants_average", "performance")
Row = dict[str, Any]


def linked(wages: Read, rules: PayRules) -> list[Row]:
    """A row for each county and year of the table.

    ``parity`` and ``link``: kept, short or unknown; ``parity_shortfall``, ``link_shortfall``: yuan that the teachers of
    the county lack in the year, rounded up to the fen; null where not known. ``servants_rise``, ``performance_rise``:
    over the year before, as shares. A year in which civil servants' pay did not rise asks for nothing.
    """
    frame = wages.frame.with_columns(**{one: wages.column(one) for one in COLUMNS})
    rows = {(one["county_code"], one["year"]): one for one in frame.iter_rows(named=True)}
    return [_row(rows[key], rows.get((key[0], key[1] - 1)), rules) for key in sorted(rows)]


def _row(now: Row, before: Row | None, rules: PayRules) -> Row:
    risen = _rise(before, now, "servants_average")
    parity = _lack(now, "teachers_average", _times(now["servants_average"], rules.parity))
    due = None
    if before is not None and risen is not None and rules.link is not None:
        due = _times(before["performance"], 1 + risen * rules.link) if risen > 0 else Fraction(0)
    link = _lack(now, "performance", due)
    return {
        "county_code": now["county_code"],
        "year": now["year"],
        "parity": _state(parity),
        "parity_shortfall": _yuan(parity),
        "servants_rise": _float(risen),
        "performance_rise": _float(_rise(before, now, "performance")),
        "link": _state(link),
        "link_shortfall": _yuan(link),
    }


def _rise(before: Row | None, now: Row, name: str) -> Fraction | None:
    if before is None or not before[name] or now[name] is None:
        return None
    return Fraction(now[name], before[name]) - 1


def _times(fen: int | None, factor: Fraction) -> Fraction | None:
    return None if fen is None else fen * factor


def _lack(now: Row, name: str, due: Fraction | None) -> int | None:
    """Fen that all teachers of the county lack; None where one of the numbers is not known."""
    if due is None or now[name] is None or now["teachers"] is None:
        return None
    lack: Fraction = max(due - now[name], Fraction(0)) * now["teachers"]
    return ceil(lack)


def _state(lack: int | None) -> str:
    return "unknown" if lack is None else "short" if lack else "kept"


def _yuan(lack: int | None) -> object:
    return None if lack is None else yuan(lack)


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)

"""Rounding as the official forms print it; comparisons never go through here."""

from decimal import ROUND_HALF_UP, Decimal

from junheng.publish.table import Suppressed

AVERAGE = 2
"""Decimals of averages (申报表Ⅲ注)."""
DISPERSION = 3
"""Decimals of a dispersion (申报表Ⅲ注)."""
RATIO = 1
"""Decimals of a percentage (申报表Ⅳ注)."""

MISSING = "—"


def rounded(value: float | Suppressed | None, decimals: int) -> Decimal | None:
    """Half away from zero on the decimal digits a reader sees, as officials round; None for what is not a number."""
    if value is None or isinstance(value, Suppressed):
        return None
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def shown(value: float | Suppressed | None, decimals: int, *, thousands: bool = False) -> str:
    """The rounded value as text, ``—`` when there is none, ``*`` when it is suppressed."""
    if isinstance(value, Suppressed):
        return str(value.value)
    exact = rounded(value, decimals)
    if exact is None:
        return MISSING
    return f"{exact:,f}" if thousands else f"{exact:f}"

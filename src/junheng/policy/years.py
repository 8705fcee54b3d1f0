"""School years: named by the autumn in which they begin."""

from datetime import date

STATISTICS_DAY = (9, 1)
"""Month and day on which the facts of a school year are taken (学年初)."""


def statistics_day(year: int) -> date:
    """The day whose law judges the facts of a school year."""
    return date(year, *STATISTICS_DAY)


def year_label(year: int) -> str:
    """``2025`` -> ``2025—2026学年``."""
    return f"{year}—{year + 1}学年"

from datetime import date

from junheng.policy import statistics_day, year_label


def test_a_school_year_is_named_by_its_autumn() -> None:
    assert statistics_day(2025) == date(2025, 9, 1)
    assert year_label(2025) == "2025—2026学年"

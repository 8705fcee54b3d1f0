"""A workbook whose bytes depend on its content alone."""

from datetime import datetime

import xlsxwriter

UNDATED = 1980
"""The year of a workbook whose facts have none."""


def fix_date(book: xlsxwriter.Workbook, year: int | None) -> None:
    """Let a workbook say it was made on the statistics day of its school year: same facts, same bytes."""
    book.set_properties({"created": datetime(year or UNDATED, 9, 1)})  # noqa: DTZ001  a file's date has no zone

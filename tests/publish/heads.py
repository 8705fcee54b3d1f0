"""Reading what is printed at the head of a sheet."""

from openpyxl.worksheet.worksheet import Worksheet


def heads(sheet: Worksheet) -> tuple[str | None, str | None]:
    """The words at the left and at the right."""
    header = sheet.oddHeader
    left, right = (header.left, header.right) if header else (None, None)
    return (left.text if left else None, right.text if right else None)

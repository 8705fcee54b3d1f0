"""A plan as rows for a table: one per area, and one per school."""

from dataclasses import asdict

from junheng.seats.zoning.editing.changes import change
from junheng.seats.zoning.editing.editor import Editing
from junheng.seats.zoning.editing.numbers import school_numbers

Cell = str | float | int | bool | None
Row = dict[str, Cell]


def area_rows(editing: Editing) -> list[Row]:
    """Every area with today's school and the new one; distances in metres."""
    found = []
    for area in range(len(editing.board.areas)):
        one = change(editing.board, editing.plan, area)
        found.append({**asdict(one), "changes": one.changes, "locked": area in editing.locked})
    return found


def school_rows(editing: Editing) -> list[Row]:
    """Every school with its numbers, grades and classes in columns of their own."""
    board, found = editing.board, []
    for school in range(len(board.schools)):
        numbers = asdict(school_numbers(board, editing.standing, school))
        row: Row = {"county": board.counties[board.county[school]]}
        row |= {name: value for name, value in numbers.items() if not isinstance(value, tuple)}
        for at, grade in enumerate(board.grades):
            row[f"pupils_{grade}"] = numbers["by_grade"][at]
            row[f"classes_needed_{grade}"] = numbers["classes_needed"][at]
            row[f"classes_{grade}"] = numbers["classes"][at]
        row["cut_off"] = "、".join(numbers["cut_off"])
        found.append(row)
    return found

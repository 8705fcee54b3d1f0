"""All rows of one school in one year, by table."""

from junheng.demo.rows_money import money_row
from junheng.demo.rows_pupils import class_rows, school_row, section_rows
from junheng.demo.rows_rooms import campus_rows, rooms_row
from junheng.demo.rows_staff import staff_row, teacher_rows
from junheng.demo.tables import Rows, SchoolYear


def school_rows(one: SchoolYear) -> Rows:
    """Table -> rows, all complete: gaps are made afterwards."""
    teachers = teacher_rows(one)
    rooms, money = rooms_row(one), money_row(one)
    return {
        "schools": [school_row(one)],
        "campuses": campus_rows(one, rooms, money["equipment_value_yuan"]),
        "sections": section_rows(one),
        "class_sizes": class_rows(one),
        "teachers": teachers,
        "staff": [staff_row(one, sum(row["teachers"] for row in teachers))],
        "rooms": [rooms],
        "money": [money],
    }

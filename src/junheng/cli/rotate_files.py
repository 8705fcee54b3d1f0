"""The folder of ``junheng rotate``: teachers, schools, and distances or coordinates, every fault of all at once."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from junheng.cli.output import refuse
from junheng.cli.teacher_tables import read_table, table_file

if TYPE_CHECKING:
    from junheng.policy.rotation_rules import RotationRules
    from junheng.teachers.rotation import Inputs

TABLES = ("teachers", "schools", "distances", "coordinates")


def read_folder(folder: Path, rules: "RotationRules", day: date) -> "Inputs":
    """The tables of a folder.

    Raises:
        UnfitTablesError: with every fault of all tables.
    """
    from junheng.seats.places import haversine
    from junheng.teachers.rotation import inputs_of

    if not folder.is_dir():
        refuse(f"没有文件夹 / there is no folder {folder}")
    found = {one: read_table(folder, one) for one in TABLES if table_file(folder, one).is_file()}
    return inputs_of(found, rules, day, haversine)

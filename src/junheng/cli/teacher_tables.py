"""The tables of a folder that the commands on teachers share."""

from pathlib import Path
from typing import TYPE_CHECKING

from junheng.cli.csv_table import text_table

if TYPE_CHECKING:
    from junheng.teachers import Read


def table_file(folder: Path, name: str) -> Path:
    return folder / f"{name}.csv"


def read_table(folder: Path, name: str) -> "Read":
    """One table of the folder as typed columns."""
    from junheng.teachers import read, tables

    return read(text_table(table_file(folder, name)), tables()[name])


def optional_table(folder: Path, name: str) -> "Read | None":
    """The table where it is there."""
    return read_table(folder, name) if table_file(folder, name).is_file() else None


def required_tables(folder: Path, *names: str) -> "tuple[Read, ...]":
    """The tables that have to be there.

    Raises:
        UnfitTablesError: with every one that is not.
    """
    from junheng.teachers import UnfitTablesError, no_file

    absent = [no_file(f"{one}.csv") for one in names if not table_file(folder, one).is_file()]
    if absent:
        raise UnfitTablesError(absent)
    return tuple(read_table(folder, one) for one in names)

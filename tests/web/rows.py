"""All rows of a database of SQLite, taken once and put back into a test's own transaction in a moment."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection

LEFT_OUT = {"django_migrations", "sqlite_sequence"}


@cache
def _tables() -> list[str]:
    return [one for one in connection.introspection.table_names() if one not in LEFT_OUT]


def standing() -> dict[str, list[Any]]:
    """The keys of all rows, by table."""
    cursor = connection.connection.cursor()
    return {name: cursor.execute(f'SELECT rowid FROM "{name}"').fetchall() for name in _tables()}  # noqa: S608


@dataclass(frozen=True, slots=True)
class Rows:
    """By table: the columns and the rows."""

    tables: dict[str, tuple[list[str], list[tuple[Any, ...]]]]

    @classmethod
    def taken(cls) -> "Rows":
        found = {}
        with connection.cursor() as cursor:
            for name in _tables():
                cursor.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - a table of the program's own
                found[name] = ([one[0] for one in cursor.description], cursor.fetchall())
        return cls({name: held for name, held in found.items() if held[1]})

    def put_back(self) -> None:
        """Every row as it was; rows that have since been made under other keys stay."""
        cursor = connection.connection.cursor()
        for name, (columns, rows) in self.tables.items():
            named, marks = ", ".join(f'"{one}"' for one in columns), ", ".join("?" * len(columns))
            cursor.executemany(f'INSERT OR REPLACE INTO "{name}" ({named}) VALUES ({marks})', rows)  # noqa: S608

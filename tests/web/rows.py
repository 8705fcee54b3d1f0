"""All rows of a database of SQLite, taken once and put back into a test's own transaction in a moment."""

from dataclasses import dataclass
from typing import Any

from django.db import connection

LEFT_OUT = {"django_migrations", "sqlite_sequence"}


@dataclass(frozen=True, slots=True)
class Rows:
    """By table: the columns and the rows."""

    tables: dict[str, tuple[list[str], list[tuple[Any, ...]]]]

    @classmethod
    def taken(cls) -> "Rows":
        with connection.cursor() as cursor:
            names = [one for one in connection.introspection.table_names(cursor) if one not in LEFT_OUT]
            found = {}
            for name in names:
                cursor.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - a table of the program's own
                found[name] = ([one[0] for one in cursor.description], cursor.fetchall())
        return cls({name: held for name, held in found.items() if held[1]})

    def put_back(self) -> None:
        """Every row as it was; rows that have since been made under other keys stay."""
        cursor = connection.connection.cursor()
        for name, (columns, rows) in self.tables.items():
            named, marks = ", ".join(f'"{one}"' for one in columns), ", ".join("?" * len(columns))
            cursor.executemany(f'INSERT OR REPLACE INTO "{name}" ({named}) VALUES ({marks})', rows)  # noqa: S608

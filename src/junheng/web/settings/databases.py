"""The database by one setting: SQLite in the site's folder, or what ``DATABASE_URL`` names."""

from pathlib import Path
from typing import Any

import dj_database_url


def database(url: str, folder: Path) -> dict[str, Any]:
    """Django's description of the database. An empty address means SQLite in the folder.

    Connections last. On SQLite writers queue instead of failing: write-ahead log, immediate transactions, a long
    timeout.
    """
    if url:
        return {**dj_database_url.parse(url), "CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "junheng.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;",
        },
    }

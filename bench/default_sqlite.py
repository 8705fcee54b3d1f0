"""The site's settings with the database as Django sets SQLite up when nobody says anything."""

from junheng.web.settings.base import *  # noqa: F403
from junheng.web.settings.base import VAR

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": VAR / "junheng.sqlite3"}}

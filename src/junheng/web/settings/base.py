"""Settings shared by every place the site runs in."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
SECRET_KEY = "not-a-secret"  # noqa: S105
INSTALLED_APPS: list[str] = ["django.contrib.staticfiles"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ROOT / "var" / "junheng.sqlite3"}}
USE_TZ = True

"""Settings for the tests: a database in memory, nothing written to disk, plain server errors."""

from junheng.web.settings.base import *  # noqa: F403
from junheng.web.settings.base import DATABASES

SECRET_KEY = "test"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DATABASES = {"default": {**DATABASES["default"], "NAME": ":memory:", "OPTIONS": {"timeout": 20}}}

"""Settings for the tests: a database in memory unless ``DATABASE_URL`` names one, plain server errors, fast hashes."""

import os
import tempfile
from pathlib import Path

from junheng.web.settings.base import *  # noqa: F403
from junheng.web.settings.base import CACHES, DATABASES

SECRET_KEY = "test"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
VAR = Path(tempfile.mkdtemp(prefix="junheng-test-"))
if not os.environ.get("DATABASE_URL"):
    DATABASES = {"default": {**DATABASES["default"], "NAME": ":memory:", "OPTIONS": {"timeout": 20}}}
CACHES = {"default": {**CACHES["default"], "LOCATION": str(VAR / "cache" / "limits")}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
JUNHENG_SECOND_FACTOR = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
JUNHENG_SEAL_AUDIT = False  # a test that commits has its tables emptied afterwards
JUNHENG_KEEP_BYTES = 0  # every page is made anew, so that its queries can be counted

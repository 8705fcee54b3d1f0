"""Settings of the bare project in ``bare.py``: the database and the templates of the site, no context."""

from junheng.web.settings.base import *  # noqa: F403
from junheng.web.settings.base import TEMPLATES

ROOT_URLCONF = "bare"
TEMPLATES = [{**TEMPLATES[0], "OPTIONS": {**TEMPLATES[0]["OPTIONS"], "context_processors": []}}]

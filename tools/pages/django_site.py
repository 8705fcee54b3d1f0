"""Django set up over the site's own settings, for the pages that describe it. Nothing is opened, nothing written."""

import os
from functools import cache


@cache
def ready() -> None:
    """Set Django up once."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "junheng.web.settings.base"
    os.environ.setdefault("JUNHENG_SECRET_KEY", "for-the-documentation-alone")
    import django

    django.setup()

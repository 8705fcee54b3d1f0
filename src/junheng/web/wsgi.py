"""The site as a WSGI application."""

import os
from pathlib import Path

from django.core.wsgi import get_wsgi_application

from junheng.web.secret import bring_secret_key

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "junheng.web.settings.base")
bring_secret_key(Path(os.environ.get("JUNHENG_VAR", "var")))

application = get_wsgi_application()

"""Settings shared by every place the site runs in. ``JUNHENG_VAR`` names the folder of everything that is written."""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

WEB = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("JUNHENG_VAR", "var")).resolve()

DEBUG = False
SECRET_KEY = os.environ.get("JUNHENG_SECRET_KEY", "")  # junheng.web.wsgi finds or makes one
ALLOWED_HOSTS = os.environ.get("JUNHENG_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
ROOT_URLCONF = "junheng.web.urls"
WSGI_APPLICATION = "junheng.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS: list[str] = [
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "junheng.web.portal",
]
MIDDLEWARE = [
    "junheng.web.middleware.limit_body",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "junheng.web.portal.templatetags.portal",
                "junheng.web.portal.templatetags.law",
                "django.templatetags.i18n",
            ],
            "context_processors": ["django.template.context_processors.request", "junheng.web.portal.frame.frame"],
        },
    }
]

# Writers queue instead of failing: write-ahead log, immediate transactions, a long timeout, one lasting connection.
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": VAR / "junheng.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;",
        },
    }
}

USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [WEB / "locale"]
USE_I18N = True

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True  # files are served from the package: no collecting step to forget

# No script, no outside address: a page is what the server sent.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True

JUNHENG_UPLOAD_LIMIT = 20 * 1024 * 1024
"""Bytes of the largest request that is read."""

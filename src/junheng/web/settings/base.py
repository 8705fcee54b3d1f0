"""Settings shared by every place the site runs in. ``JUNHENG_VAR`` names the folder of everything that is written."""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from junheng.web.operations.logs import logging_settings
from junheng.web.settings.city import *  # noqa: F403
from junheng.web.settings.databases import database
from junheng.web.settings.signing_in import *  # noqa: F403
from junheng.web.settings.signing_in import flag, is_demo

WEB = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("JUNHENG_VAR", "var")).resolve()

DEBUG = False
SECRET_KEY = os.environ.get("JUNHENG_SECRET_KEY", "")  # junheng.web.secret finds or makes one
ALLOWED_HOSTS = os.environ.get("JUNHENG_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
ROOT_URLCONF = "junheng.web.urls"
WSGI_APPLICATION = "junheng.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS: list[str] = [
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "junheng.web.accounts",  # before allauth: its pages are dressed by our templates
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "junheng.web.audit",
    "junheng.web.operations",
    "junheng.web.reporting",
    "junheng.web.review",
    "junheng.web.evidence",
    "junheng.web.survey",
    "junheng.web.verdicts",
    "junheng.web.workbench",
    "junheng.web.personnel",
    "junheng.web.posts",
    "junheng.web.workforce",
    "junheng.web.api",
    "junheng.web.portal",
]
MIDDLEWARE = [
    "junheng.web.operations.logs.log_requests",
    "junheng.web.middleware.limit_body",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "junheng.web.middleware.refuse_nul",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "junheng.web.middleware.tell_refusal",
    "junheng.web.accounts.wakefulness.keep_awake",
    "axes.middleware.AxesMiddleware",
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
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "junheng.web.portal.frame.frame",
            ],
        },
    }
]

DATABASES: dict[str, dict[str, Any]] = {"default": database(os.environ.get("DATABASE_URL", ""), VAR)}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "junheng.web.kit.shared_cache.SharedCache",
        "LOCATION": str(VAR / "cache" / "limits"),
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
"""Used one-time passwords, wrong codes, requests a minute: one store for all processes that share ``VAR``."""

JUNHENG_DEMO = is_demo(VAR)
"""Whether this is a demo: only then do its accounts sign in."""
JUNHENG_SECOND_FACTOR = flag("JUNHENG_SECOND_FACTOR", "0" if JUNHENG_DEMO else "1")

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

JUNHENG_SEAL_AUDIT = True
"""Whether the database itself refuses to change or remove events of the audit log."""

LOGGING = logging_settings(os.environ.get("JUNHENG_LOG", ""))
SILENCED_SYSTEM_CHECKS = [
    "security.W004",  # strict transport security and the way to HTTPS belong to the proxy in front
    "security.W008",
    "security.W019",  # frames are forbidden already
]

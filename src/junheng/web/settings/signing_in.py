"""How people sign in: passwords, lock-out, sessions, the second factor, the city's identity provider.

=========================== ======================================================================================
environment                 meaning
=========================== ======================================================================================
``JUNHENG_SECOND_FACTOR``   ``1`` (default) asks the roles marked so for a one-time password; ``0`` does not, and the
                            sign-in page says so. The demo asks for none.
``JUNHENG_HTTPS``           ``1`` when browsers reach the site by HTTPS: cookies then travel by HTTPS alone
``JUNHENG_PROXIES``         addresses of the proxies in front, whose ``X-Forwarded-For`` is believed
``JUNHENG_OIDC_ISSUER``     address of the identity provider (统一身份认证); empty: none
``JUNHENG_OIDC_CLIENT``     what the provider knows this site as
``JUNHENG_OIDC_SECRET``     what the site proves that with
``JUNHENG_OIDC_NAME``       the words on its button
``JUNHENG_DEMO``            ``1`` in a demo; also a file named ``demo`` in the site's folder
=========================== ======================================================================================
"""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any


def flag(name: str, default: str = "0") -> bool:
    """Whether a variable of the environment says yes."""
    return os.environ.get(name, default) == "1"


def is_demo(folder: Path) -> bool:
    return flag("JUNHENG_DEMO") or (folder / "demo").is_file()


def identity_providers() -> dict[str, Any]:
    """The city's identity provider as allauth wants to know it; none without an address."""
    issuer = os.environ.get("JUNHENG_OIDC_ISSUER", "").rstrip("/")
    if not issuer:
        return {}
    app = {
        "provider_id": "city",
        "name": os.environ.get("JUNHENG_OIDC_NAME", "统一身份认证"),
        "client_id": os.environ.get("JUNHENG_OIDC_CLIENT", ""),
        "secret": os.environ.get("JUNHENG_OIDC_SECRET", ""),
        "settings": {"server_url": issuer, "scope": ["openid"], "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app]}}


AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: a locked name is refused before its password is looked at
    "junheng.web.accounts.backend.DeskBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name", "phone")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "junheng.web.accounts.passwords.AnotherPassword"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"

ACCOUNT_ADAPTER = "junheng.web.accounts.adapters.SignIn"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_FORMS = {
    "login": "junheng.web.accounts.forms.signing_in.Login",
    "change_password": "junheng.web.accounts.forms.signing_in.ChangePassword",
    "reauthenticate": "junheng.web.accounts.forms.signing_in.Reauthenticate",
}
ACCOUNT_RATE_LIMITS = False  # axes counts the failures of passwords and of one-time passwords

MFA_ADAPTER = "junheng.web.accounts.adapters.SecondFactor"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "junheng"
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "junheng.web.accounts.forms.signing_in.OneTimePassword",
    "reauthenticate": "junheng.web.accounts.forms.signing_in.OneTimePasswordAgain",
    "activate_totp": "junheng.web.accounts.forms.signing_in.ActivateSecondFactor",
}

SOCIALACCOUNT_ADAPTER = "junheng.web.accounts.oidc.CityIdentity"
SOCIALACCOUNT_LOGIN_ON_GET = True  # the way to the provider is a link: a form may only lead to this site
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_PROVIDERS = identity_providers()

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_CALLABLE = "junheng.web.accounts.lockout.name_tried"
AXES_CLIENT_IP_CALLABLE = "junheng.web.accounts.address.address_of"
AXES_LOCKOUT_CALLABLE = "junheng.web.accounts.lockout.say_locked"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "code", "oldpassword", "password1", "password2", "held"]
AXES_DISABLE_ACCESS_LOG = True  # the audit chain keeps it
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

SESSION_COOKIE_AGE = 30 * 60
"""Seconds without a request after which one has to sign in again."""
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"  # the provider's answer comes from another site
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "junheng.web.accounts.views.held.csrf_failed"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = flag("JUNHENG_HTTPS")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("JUNHENG_HTTPS") else None
"""HTTPS ends at the proxy, which says so; without it a form's ``Origin`` would not be the site's own."""

JUNHENG_PROXIES = frozenset(one.strip() for one in os.environ.get("JUNHENG_PROXIES", "").split(",") if one.strip())

"""What allauth asks the site: who may sign up (nobody), where a request comes from, how secrets are kept."""

import base64
import time
from typing import Any

from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from junheng.web.accounts.address import address_of
from junheng.web.accounts.backend import DeskBackend
from junheng.web.accounts.duties import second_factor_asked
from junheng.web.accounts.held import hold_posted
from junheng.web.accounts.lockout import normal_name
from junheng.web.kit.crypto import decrypt, encrypt

SECRET = "second-factor"  # noqa: S105 - the purpose of a key


class SignIn(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by the administrator; nobody makes an own one."""

    error_messages = {  # noqa: RUF012 - allauth reads it so
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("用户名或密码不对。"),
        "enter_current_password": _("当前密码不对。"),
        "incorrect_password": _("密码不对。"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request)

    def clean_username(self, username: str, shallow: bool = False) -> str:  # noqa: ARG002
        return normal_name(username)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        return reverse("account-me")

    def is_safe_url(self, url: str) -> bool:
        """Only addresses of this very site: a path, no other host that the site also answers to."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def pre_login(self, request: HttpRequest, user: Any, **given: Any) -> HttpResponse | None:
        """The password was right. Accounts that may not be used end here; what was typed before is taken along."""
        if not DeskBackend().user_can_authenticate(user):
            inactive: HttpResponse = self.respond_user_inactive(request, user)
            return inactive
        hold_posted(request)
        response: HttpResponse | None = super().pre_login(request, user, **given)
        return response

    def is_reauthentication_required(self, *, app: str, **given: Any) -> bool:
        """Changing the second factor asks for the password again, but not from somebody who has just signed in."""
        request = context.request
        records = get_authentication_records(request, request.user)
        just_now = bool(records) and time.time() - records[-1]["at"] < account_settings.REAUTHENTICATION_TIMEOUT
        return not just_now and bool(super().is_reauthentication_required(app=app, **given))

    def add_message(self, *_args: Any, **_given: Any) -> None:
        """The pages say themselves what happened."""


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]
    """One-time passwords: their secrets are ciphertext on disk; who needs them cannot switch them off."""

    error_messages = {  # noqa: RUF012 - allauth reads it so
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("动态口令不对。请等下一个口令再试，并核对手机的时间。"),
        "cannot_delete_authenticator": _("您的角色必须使用动态口令，不能停用。"),
    }

    def encrypt(self, text: str) -> str:
        return base64.b64encode(encrypt(SECRET, text)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return decrypt(SECRET, base64.b64decode(encrypted_text))

    def get_totp_issuer(self) -> str:
        return str(settings.MFA_TOTP_ISSUER)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not second_factor_asked(authenticator.user_id)

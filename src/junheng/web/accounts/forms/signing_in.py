"""The forms of signing in, in the site's own words."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCode
from allauth.mfa.totp.forms import ActivateTOTPForm
from axes.handlers.proxy import AxesProxyHandler
from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from junheng.web.accounts.lockout import count_failure, normal_name


def _say(field: forms.Field, label: str, hint: str = "") -> None:
    """Our words on a field of allauth's; no placeholder, which is no label."""
    field.label, field.help_text = label, hint
    field.widget.attrs.pop("placeholder", None)


class Login(LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        _say(self.fields["login"], _("用户名"))
        _say(self.fields["password"], _("密码"))

    def clean_login(self) -> str:
        return normal_name(self.cleaned_data["login"])


class ChangePassword(ChangePasswordForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        _say(self.fields["oldpassword"], _("当前密码"))
        _say(self.fields["password1"], _("新密码"), password_validators_help_text_html())
        _say(self.fields["password2"], _("再输一次新密码"))


class Reauthenticate(ReauthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        _say(self.fields["password"], _("密码"))


class _Code:
    """A field for six digits (or a recovery code), whose failures count towards the lock."""

    user: Any
    fields: dict[str, forms.Field]

    def dress(self) -> None:
        _say(self.fields["code"], _("动态口令"), _("验证器应用上的6位数字；手机不在身边时输入一个恢复码。"))
        self.fields["code"].widget.attrs.update(inputmode="numeric", maxlength="12")

    def clean_code(self) -> str:
        tried = {"username": self.user.username}
        if not AxesProxyHandler.is_allowed(context.request, tried):
            context.request.axes_locked_out = True
            context.request.axes_credentials = tried
            raise ValidationError(_("尝试次数过多。"))
        try:
            return str(super().clean_code())  # type: ignore[misc]
        except ValidationError:
            count_failure(context.request, self.user.username)
            raise


class OneTimePassword(_Code, AuthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.dress()


class OneTimePasswordAgain(_Code, ReauthenticateByCode):  # type: ignore[misc]
    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.dress()


class ActivateSecondFactor(ActivateTOTPForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        _say(self.fields["code"], _("动态口令"), _("扫码后，输入验证器应用上显示的6位数字。"))
        self.fields["code"].widget.attrs.update(inputmode="numeric", maxlength="6")

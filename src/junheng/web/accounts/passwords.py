"""Passwords: what a new one must not be, and the initial ones that are given out once."""

import secrets
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are mistaken for each other when read aloud or from paper."""


def initial_password() -> str:
    """Four groups of four, about 79 bits: given out once, changed at the first sign-in."""
    return "-".join("".join(secrets.choice(LETTERS) for _at in range(4)) for _group in range(4))


class AnotherPassword:
    """A new password is not the old one: the initial password really goes."""

    def validate(self, password: str, user: Any = None) -> None:
        if user is not None and user.pk and user.check_password(password):
            raise ValidationError(_("新密码不能与原密码相同。"), code="password_same")

    def get_help_text(self) -> str:
        return _("不能与原密码相同。")

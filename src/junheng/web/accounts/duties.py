"""What a person has to do before anything else works: a password of one's own, then the second factor."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone

from junheng.web.accounts.models import Appointment
from junheng.web.accounts.roles import roles

PASSWORD, SECOND_FACTOR = "account_change_password", "mfa_activate_totp"
TWO = 2


def first_duty(held: Iterable[str], *, must_change_password: bool, has_second_factor: bool) -> str:
    """The page (by name) where somebody holding these roles has to go first; empty when nothing is open."""
    if must_change_password:
        return PASSWORD
    return "" if has_second_factor or not asks_two(held) else SECOND_FACTOR


def asks_two(held: Iterable[str]) -> bool:
    """Whether any of the roles asks for a second factor, here and now."""
    return settings.JUNHENG_SECOND_FACTOR and any(roles()[one].factors >= TWO for one in held)


def second_factor_asked(user_id: int) -> bool:
    """Whether a role this person holds today asks for a second factor."""
    today = timezone.localdate()
    current = Appointment.objects.filter(user_id=user_id, since__lte=today).exclude(until__lt=today)
    return asks_two(current.values_list("role", flat=True))

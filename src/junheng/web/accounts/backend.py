"""Who may be signed in at all."""

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend


class DeskBackend(ModelBackend):
    """Name and password. Accounts that were switched off are nobody; so are those of a demo anywhere but in one."""

    def user_can_authenticate(self, user: Any) -> bool:
        allowed: bool = super().user_can_authenticate(user)
        return allowed and (settings.JUNHENG_DEMO or not getattr(user, "demo", False))

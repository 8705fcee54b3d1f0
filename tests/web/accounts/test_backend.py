"""Who may be signed in at all."""

import pytest
from django.http import HttpRequest
from pytest_django import Settings

from junheng.web.accounts.backend import DeskBackend
from junheng.web.accounts.models import User
from tests.web.people import PASSWORD


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("active", "demo_account", "in_demo", "expected"),
    [(True, False, False, True), (False, False, True, False), (True, True, True, True), (True, True, False, False)],
)
def test_off_is_nobody_and_demo_is_nobody_outside_one(
    settings: Settings, active: bool, demo_account: bool, in_demo: bool, expected: bool
) -> None:
    settings.JUNHENG_DEMO = in_demo
    user = User.objects.create_user("somebody", PASSWORD, is_active=active, demo=demo_account)
    found = DeskBackend().authenticate(HttpRequest(), username="somebody", password=PASSWORD)
    assert (found == user) is expected
    assert (DeskBackend().get_user(user.pk) == user) is expected

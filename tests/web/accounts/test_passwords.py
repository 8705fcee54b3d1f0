"""Passwords are long, uncommon, not the name, and really new."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from junheng.web.accounts.models import User
from junheng.web.accounts.passwords import AnotherPassword, initial_password


@pytest.mark.parametrize("password", ["short-1", "1234567890123", "password123", "zhang.sanfeng", "current-password-1"])
@pytest.mark.django_db
def test_weak_ones_are_refused(password: str) -> None:
    user = User.objects.create_user("zhang.sanfeng", "current-password-1", name="张三丰")
    with pytest.raises(ValidationError):
        validate_password(password, user)


@pytest.mark.django_db
def test_a_good_one_passes() -> None:
    validate_password("jade-river-harbour-41", User.objects.create_user("zhang.sanfeng", "current-password-1"))
    AnotherPassword().validate("anything")
    assert AnotherPassword().get_help_text()


def test_initial_passwords_differ_and_satisfy_the_rules() -> None:
    made = {initial_password() for _at in range(200)}
    assert len(made) == 200
    for one in made:
        validate_password(one)

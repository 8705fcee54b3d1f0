"""An account is made with a password that is told once; what it says about a person is ciphertext on disk."""

import pytest
from django.db import connection

from junheng.web.accounts.actions.create_account import create_account, phone_number
from junheng.web.accounts.models import User
from junheng.web.audit.models import Event
from junheng.web.kit.crypto import decrypt, keyed
from junheng.web.kit.refusal import NotAllowed, Refusal
from tests.web.people import People


def raw(user: User) -> tuple[bytes, bytes, str]:
    with connection.cursor() as cursor:
        cursor.execute("select name, phone, phone_lookup from accounts_user where id = %s", [user.pk])
        name, phone, lookup = cursor.fetchone()
    return bytes(name), bytes(phone), lookup


def test_the_bytes_in_the_database_are_ciphertext(staff: People) -> None:
    admin = staff.actor("system_admin")
    user, _password = create_account(admin, username="zhang.san", name="张三", phone="138 0000-1234")
    name, phone, lookup = raw(user)
    for plain in ("张三", "13800001234"):
        assert plain.encode() not in name + phone + lookup.encode()
    assert decrypt("person.name", name) == "张三"
    assert decrypt("person.phone", phone) == "13800001234"
    other, _password = create_account(admin, username="zhang.si", name="张三")
    assert raw(other)[0] != name
    assert lookup == keyed("person.phone", "13800001234")
    assert User.objects.get(phone_lookup=keyed("person.phone", "13800001234")) == user


def test_the_password_is_told_and_not_kept_nor_recorded(staff: People) -> None:
    user, password = create_account(staff.actor("system_admin"), username="zhang.san", name="张三", phone="13800001234")
    assert user.check_password(password)
    assert user.must_change_password
    assert password not in user.password
    said = str(list(Event.objects.values()))
    for secret in (password, "张三", "13800001234"):
        assert secret not in said


@pytest.mark.parametrize("name", ["", "ab", "张三", "a b c", "-abc", "x" * 61, "a/../b", "<script>"])
def test_unfit_names_are_refused(staff: People, name: str) -> None:
    with pytest.raises(Refusal):
        create_account(staff.actor("system_admin"), username=name)


def test_taken_names_and_telephones_are_refused(staff: People) -> None:
    admin = staff.actor("system_admin")
    create_account(admin, username="zhang.san", phone="13800001234")
    for username, phone in (("Zhang.San ", ""), ("li.si", "138-0000-1234")):
        with pytest.raises(Refusal):
            create_account(admin, username=username, phone=phone)
    assert phone_number("+86 138") == "+86138"
    with pytest.raises(Refusal):
        phone_number("call me")


@pytest.mark.parametrize("role", ["security_admin", "audit_admin", "city_statistician", "school_reporter"])
def test_others_make_no_accounts(staff: People, role: str) -> None:
    with pytest.raises(NotAllowed):
        create_account(staff.actor(role), username="zhang.san")

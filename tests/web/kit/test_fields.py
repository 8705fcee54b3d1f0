"""The bytes on disk are ciphertext, on every database."""

from django.db import connection

from junheng.web.accounts.models import User


def test_the_disk_holds_ciphertext(db: None) -> None:
    user = User.objects.create_user("u", "x", name="张三", phone="13800000000")
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, phone, phone_lookup FROM accounts_user WHERE id = %s", [user.pk])
        name, phone, lookup = cursor.fetchone()
    assert len(bytes(name)) == 12 + 16 + len("张三".encode())
    assert "张三".encode() not in bytes(name)
    assert b"13800000000" not in bytes(phone)
    assert len(lookup) == 64
    again = User.objects.get(pk=user.pk)
    assert (again.name, again.phone) == ("张三", "13800000000")


def test_nothing_is_stored_as_nothing(db: None) -> None:
    User.objects.create_user("u", "x")
    assert User.objects.get().name == ""


def test_saving_again_gives_other_bytes(db: None) -> None:
    user = User.objects.create_user("u", "x", name="张三")
    seen = set()
    for _ in range(3):
        user.save()
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM accounts_user")
            seen.add(bytes(cursor.fetchone()[0]))
    assert len(seen) == 3

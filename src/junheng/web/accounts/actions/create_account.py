"""Make an account for a person. Its initial password is told once and has to be changed at the first sign-in."""

import re

from django.db import transaction

from junheng.web.accounts.lockout import normal_name
from junheng.web.accounts.models import User
from junheng.web.accounts.passwords import initial_password
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.rights import require
from junheng.web.audit.actions.record import record
from junheng.web.kit.crypto import keyed
from junheng.web.kit.refusal import Refusal

USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")
PHONE = re.compile(r"\+?[0-9]{5,15}")
UNFIT = 422


def create_account(actor: Actor, *, username: str, name: str = "", phone: str = "") -> tuple[User, str]:
    """The account and its initial password, which is kept nowhere.

    Raises:
        NotAllowed: the actor does not manage accounts.
        Refusal: the user name is taken or unfit, or somebody else has the telephone.
    """
    require(actor, "account.manage")
    username, phone = normal_name(username), phone_number(phone)
    if not USERNAME.fullmatch(username):
        raise Refusal(
            "用户名用3至60个小写字母、数字、点、横线，以字母或数字开头。",
            "A user name has 3 to 60 small letters, digits, dots and dashes and begins with a letter or digit.",
            status=UNFIT,
        )
    password = initial_password()
    with transaction.atomic():
        if User.objects.filter(username=username).exists():
            raise Refusal(f"用户名“{username}”已有人使用。", f"“{username}” is taken.")
        check_phone_is_free(phone)
        user = User.objects.create_user(
            username, password, name=" ".join(name.split()), phone=phone, must_change_password=True
        )
        record(actor, "account.create", f"user:{user.pk}", after={"username": username})
    return user, password


def phone_number(text: str) -> str:
    """A telephone number without spaces and dashes; empty stays empty.

    Raises:
        Refusal: it is none.
    """
    number = re.sub(r"[\s-]", "", text)
    if number and not PHONE.fullmatch(number):
        raise Refusal("电话号码不对。", "That is no telephone number.", status=UNFIT)
    return number


def check_phone_is_free(phone: str) -> None:
    """Go on only if nobody has this telephone.

    Raises:
        Refusal: somebody has.
    """
    if phone and User.objects.filter(phone_lookup=keyed("person.phone", phone)).exists():
        raise Refusal("这个电话已登记在另一个账号。", "Another account has this telephone.")

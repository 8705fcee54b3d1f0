"""Found a site: the three administrators, of whom everybody else is made. Only while there are none."""

from django.db import transaction

from junheng.web.accounts.actions.create_account import create_account
from junheng.web.accounts.actions.grant_role import grant_role
from junheng.web.accounts.actions.plant_tree import plant_tree
from junheng.web.accounts.models import Appointment
from junheng.web.accounts.reach import SYSTEM
from junheng.web.accounts.roles import roles
from junheng.web.accounts.tree import city_code
from junheng.web.kit.refusal import Refusal


def first_admins() -> dict[str, str]:
    """User names and initial passwords of a system, a security and an audit administrator, told once.

    Raises:
        Refusal: the site has administrators.
    """
    powers = [one for one in roles().values() if one.power]
    with transaction.atomic():
        plant_tree(SYSTEM, [])
        if Appointment.objects.filter(role__in=[one.id for one in powers]).exists():
            raise Refusal("已有管理员。", "The site has administrators.")
        told = {}
        for one in powers:
            user, told_password = create_account(SYSTEM, username=one.id.replace("_", "-"))
            told[user.username] = told_password
            grant_role(SYSTEM, user.pk, role=one.id, organisation=city_code())
    return told

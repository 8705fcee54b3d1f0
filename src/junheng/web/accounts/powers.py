"""The three powers: system, security and audit administration lie with different people, and with nobody else's work.

GB/T 22239-2019 asks for separate administrators; here nobody holds two of the three, no administrator reports, reviews
or publishes, and none of the powers is ever without a holder once it has one.
"""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from junheng.web.accounts.models import Appointment, User
from junheng.web.accounts.roles import Role, roles
from junheng.web.kit.refusal import Refusal


def standing(since: date | None = None) -> QuerySet[Appointment]:
    """Appointments that hold on a day or begin later."""
    day = since or timezone.localdate()
    return Appointment.objects.filter(Q(until__isnull=True) | Q(until__gte=day))


def check_separation(user: User, role: Role) -> None:
    """Go on only if this role and those the person holds may lie in one hand.

    Raises:
        Refusal: they may not.
    """
    held = {roles()[one] for one in standing().filter(user=user).values_list("role", flat=True)} - {role}
    clash = next((one for one in held if one.power or role.power), None)
    if clash is None:
        return
    if clash.power and role.power:
        raise Refusal(
            f"三员分立：同一人不能兼任“{clash.title.zh}”和“{role.title.zh}”。",
            f"Separate powers: nobody is both {clash.title.en} and {role.title.en}.",
        )
    raise Refusal(
        f"管理员不能兼任业务角色：“{clash.title.zh}”与“{role.title.zh}”不能由同一人担任。",
        f"Administrators hold no other role: {clash.title.en} and {role.title.en} are for different people.",
    )


def keep_a_holder(user: User, role: str | None = None) -> None:
    """Go on only if every power this person holds (or the one of that role) has another active holder.

    Raises:
        Refusal: the person is the last.
    """
    today = timezone.localdate()
    for id_ in [one.id for one in roles().values() if one.power and role in {None, one.id}]:
        holders = standing().filter(role=id_, since__lte=today, user__is_active=True, organisation__active=True)
        mine = holders.filter(user=user)
        if mine.exists() and not holders.exclude(user=user).exists():
            title = roles()[id_].title
            raise Refusal(
                f"这是最后一位{title.zh}，请先任命另一位。",
                f"This is the last {title.en.lower()}: appoint another first.",
            )

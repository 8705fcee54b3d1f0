"""Appoint a person to a role at an organisation."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone

from junheng.web.accounts.models import Appointment, Extent, Kind, Organisation, User
from junheng.web.accounts.powers import check_separation, standing
from junheng.web.accounts.queries import places
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.rights import require
from junheng.web.accounts.roles import Role, roles
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import NotAllowed, Refusal

UNFIT = 422


def grant_role(
    actor: Actor,
    user_id: int,
    *,
    role: str,
    organisation: str,
    extent: str = "",
    custom: Sequence[str] = (),
    until: date | None = None,
) -> Appointment:
    """The appointment. ``organisation`` and ``custom`` are codes; without ``extent`` the role's own is taken.

    Raises:
        NotAllowed: the actor grants no roles there, or wants to appoint oneself.
        Refusal: the role is not held at such an organisation or not so far, or not together with the person's others.
    """
    held = roles().get(role)
    if held is None:
        raise Refusal("没有这个角色。", "There is no such role.", status=UNFIT)
    require(actor, "role.grant")
    if actor.user_id == user_id:
        raise NotAllowed("不能给自己授权。", "Nobody grants roles to oneself.")
    with transaction.atomic():
        user = get_object_or_404(User.objects.select_for_update(), pk=user_id)
        home, named = places(actor, [organisation])[0], places(actor, custom)
        reach = _reach(held, home, extent, named)
        if not user.is_active:
            raise Refusal("账号已停用。", "The account is switched off.")
        if until is not None and until < timezone.localdate():
            raise Refusal("截止日期已过。", "That day has passed.", status=UNFIT)
        check_separation(user, held)
        return _appoint(actor, user, held, home, reach=reach, named=named, until=until)


def _reach(role: Role, home: Organisation, extent: str, named: Sequence[Organisation]) -> Extent:
    if home.kind not in ({role.level, Kind.CAMPUS} if role.level == Kind.SCHOOL else {role.level}):
        raise Refusal(
            f"“{role.title.zh}”不能设在这一级机构。", f"{role.title.en} is not held at this level.", status=UNFIT
        )
    reach = Extent(extent) if extent in Extent.values else Extent(role.extent)
    if reach is Extent.ALL and home.kind != Kind.CITY:
        raise Refusal("“全部”只能授予市级角色。", "Only roles of the city reach everything.", status=UNFIT)
    if (reach is Extent.CUSTOM) != bool(named):
        raise Refusal(
            "“自定义”范围要选机构，其他范围不选。",
            "A custom reach names organisations; the others name none.",
            status=UNFIT,
        )
    return reach


def _appoint(
    actor: Actor,
    user: User,
    role: Role,
    home: Organisation,
    *,
    reach: Extent,
    named: Sequence[Organisation],
    until: date | None,
) -> Appointment:
    mine = Appointment.objects.filter(user=user, role=role.id, organisation=home)
    if mine.filter(pk__in=standing()).exists():
        raise Refusal("此人已在该机构担任这个角色。", "The person already holds this role there.")
    made, _new = Appointment.objects.update_or_create(
        user=user,
        role=role.id,
        organisation=home,
        since=timezone.localdate(),
        defaults={"extent": reach, "until": until, "granted_by_id": actor.user_id},
    )
    made.custom.set(named)
    after = {"role": role.id, "extent": str(reach), "custom": [one.code for one in named]}
    record(
        actor, "role.grant", f"user:{user.pk}", path=home.path, after={**after, "until": until and until.isoformat()}
    )
    return made

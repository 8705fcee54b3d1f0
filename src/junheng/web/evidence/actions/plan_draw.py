"""Plan a drawing: the list, who may be sent, how many of each stratum."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from junheng.policy.draw import DrawFault, Plan, Visitor, checked, list_of
from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.evidence.actions.move import person
from junheng.web.evidence.models import Draw
from junheng.web.evidence.queries.draws import DRAWS, units
from junheng.web.kit.refusal import NotAllowed, Refusal

FAULTS = {
    "twice": ("编号重复：{}。", "A code is there twice: {}."),
    "quota": (
        "抽取数不能为负，也不能多于该层学校数：{}。",
        "A quota must be from 0 to the schools of its stratum: {}.",
    ),
    "nothing": ("请至少抽取一所学校。", "Draw at least one school."),
    "team": ("每校督学数应在1与督学总数之间（现为{}）。", "Inspectors per school: from 1 to their number, not {}."),
}


def plan_draw(
    actor: Actor,
    *,
    year: int,
    title: str,
    quotas: Mapping[str, int],
    visitors: Sequence[Visitor],
    names: Mapping[str, str],
    team: int,
    source: str = "",
) -> Draw:
    """All schools in reach, as they are now, are the list.

    ``names`` says whose account a visitor's number is; only staff see it. ``source`` names the public word that will be
    known at the reveal and not before.
    """
    if not actor.may(DRAWS):
        raise NotAllowed("您的角色不能抽取学校。", "Your role does not draw schools.")
    if not title.strip():
        raise Refusal("请填写名称。", "Give it a title.", status=422)
    plan = Plan(tuple(units(actor, year)), tuple(visitors), {key: n for key, n in quotas.items() if n}, team)
    try:
        listed = list_of(checked(plan))
    except DrawFault as fault:
        zh, en = FAULTS[fault.code]
        raise Refusal(zh.format(fault.what), en.format(fault.what), status=422) from fault
    home = Organisation.objects.seen_by(actor, DRAWS).order_by("path").first()
    with transaction.atomic():
        held = Draw(
            organisation=home,
            year=year,
            title=title.strip()[:200],
            listed=listed,
            names=dict(names),
            source=source.strip()[:300],
            planned_by_id=person(actor),
        )
        held.save()
        said = {"schools": len(plan.units), "quotas": dict(plan.quotas), "team": team}
        record(actor, "draw.plan", f"draw:{held.pk}", path=held.organisation.path, after=said)
    return held

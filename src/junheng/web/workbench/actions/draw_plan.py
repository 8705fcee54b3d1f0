"""Begin a plan of zones: from today's map, or from another plan."""

from django.db import transaction

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.editing import as_zones
from junheng.web.workbench.land import NoLand, land_of
from junheng.web.workbench.models import PlanningBase, ZonePlan
from junheng.web.workbench.queries import county, plan_of

LONGEST = 100
"""Characters of a name."""


def draw_plan(actor: Actor, base: PlanningBase, county_code: str, section: str, name: str) -> ZonePlan:
    """A new draft that begins as today's map.

    Raises:
        Http404: the county is out of reach.
        Refusal: (422) the base has no zones for it, or the plan has no name.
    """
    place = county(actor, "plan.draw", county_code)
    try:
        land = land_of(base, county_code, section)
    except NoLand as fault:
        raise Refusal(
            "规划底数里没有这个区县、学段的片区和现行学区。",
            "The planning base has no areas and zones of this county and section.",
            status=422,
        ) from fault
    zones = as_zones(land, land.board.today)
    return _made(actor, ZonePlan(base=base, organisation=place, section=section, name=name, zones=zones))


def copy_plan(actor: Actor, pk: int, name: str) -> ZonePlan:
    """A new draft that begins as another plan, with its locked areas."""
    of = plan_of(actor, pk, "plan.draw")
    made = ZonePlan(base=of.base, organisation=of.organisation, section=of.section, name=name, zones=of.zones)
    made.parent, made.locked = of, of.locked
    return _made(actor, made)


def _made(actor: Actor, plan: ZonePlan) -> ZonePlan:
    plan.name = plan.name.strip()[:LONGEST]
    if not plan.name:
        raise Refusal("请给方案起个名字。", "Give the plan a name.", status=422)
    plan.owner_id = actor.user_id
    with transaction.atomic():
        plan.save()
        said = {"section": plan.section, "base": plan.base_id, "parent": plan.parent_id}
        record(actor, "zones.draw", f"zone_plan:{plan.pk}", path=plan.organisation.path, after=said)
    return plan

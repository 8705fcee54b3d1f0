"""Have the solver draw a county's zones: a new draft, with the bound it was measured against."""

from typing import Any

import polars as pl
from django.db import transaction

from junheng.policy.text import Text
from junheng.seats.assignment import Plan
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.operations.jobs import Work, enqueue, job
from junheng.web.operations.models import Job
from junheng.web.workbench.actions.draw_plan import LONGEST
from junheng.web.workbench.bases import tables_of
from junheng.web.workbench.editing import as_zones, land_for, opened
from junheng.web.workbench.land import Floats, Land
from junheng.web.workbench.models import ZonePlan
from junheng.web.workbench.queries import plan_made_by, plan_of
from junheng.web.workbench.solving import Wishes, problem_of, seats_of, solved, why_impossible

KIND = "solve_zones"
MADE = "（求解）"


def solve_zones(actor: Actor, pk: int, wishes: Wishes) -> Job:
    """Ask for a solution that begins as a plan and keeps its locked areas. The same question again is the same job."""
    with transaction.atomic():
        plan = plan_of(actor, pk, "plan.draw")
        asked = {
            "class_size": wishes.class_size,
            "adding": wishes.adding,
            "change_metres": wishes.change_metres,
            "cap": wishes.cap,
            "seconds": wishes.seconds,
        }
        said = ":".join(str(one) for one in asked.values())
        key = f"zones:{plan.pk}:{plan.revision}:{said}"
        held = enqueue(KIND, key=key, actor=actor, organisation=plan.organisation, plan=plan.pk, **asked)
        record(actor, "zones.solve", f"zone_plan:{plan.pk}", path=plan.organisation.path, after=asked)
    return held


@job(KIND, title=Text("求解学区", "Solving zones"))
def run(work: Work) -> dict[str, Any]:
    """Given ``plan`` and the wishes. Done twice it is one plan: the plan remembers the job that made it."""
    from django.urls import reverse

    if made := plan_made_by(work.job_id):
        return {"href": reverse("zone-plan", args=[made.pk]), "words": made.words}
    given = dict(work.given)
    of = plan_of(work.actor, given.pop("plan"), "plan.draw")
    wishes = Wishes(**given)
    work.progress("读取 / reading")
    land, editing = land_for(of), opened(of)
    problem = problem_of(land, editing, wishes, seats_of(land, wishes, _addable(of, land)))
    work.progress("求解 / solving")
    plan = solved(problem, editing, wishes.seconds) if problem.pupils.sum() <= problem.seats.sum() else None
    if plan is None or plan.unserved:
        work.progress("找原因 / finding out why")
        why = why_impossible(land, problem, editing, wishes.seconds)
        back = reverse("zone-plan", args=[of.pk])
        return {"href": back, "words": {"zh": why.zh, "en": why.en}, "unsolved": True}
    made = _made(work, of, land, plan, wishes)
    return {"href": reverse("zone-plan", args=[made.pk]), "words": made.words}


def _addable(plan: ZonePlan, land: Land) -> Floats:
    """(schools,) classes that could be added."""
    seats = tables_of(plan.base)["seats"].filter(pl.col("section") == land.section)
    rows = pl.DataFrame({"school_code": land.board.schools}).join(
        seats, on="school_code", how="left", maintain_order="left"
    )
    return rows["classes_addable"].fill_null(0).cast(pl.Float64).to_numpy()


def _made(work: Work, of: ZonePlan, land: Land, plan: Plan, wishes: Wishes) -> ZonePlan:
    words = _words(plan, wishes)
    made = ZonePlan(
        base=of.base,
        organisation=of.organisation,
        section=of.section,
        name=of.name[: LONGEST - len(MADE)] + MADE,
        zones=as_zones(land, plan.assignment),
        locked=of.locked,
        parent=of,
        job_id=work.job_id,
        objective=plan.objective,
        bound=plan.bound,
        gap=plan.gap,
        words={"zh": words.zh, "en": words.en},
        owner_id=work.actor.user_id,
    )
    with transaction.atomic():
        made.save()
        said = {"parent": of.pk, "objective": plan.objective, "bound": plan.bound}
        record(work.actor, "zones.solved", f"zone_plan:{made.pk}", path=made.organisation.path, after=said)
    return made


def _words(plan: Plan, wishes: Wishes) -> Text:
    cap = Text("不限", "none") if wishes.cap is None else Text(f"{wishes.cap:g}米", f"{wishes.cap:g} m")
    adding = Text("计入可增班级", "classes added") if wishes.adding else Text("不增班级", "no classes added")
    return Text(
        f"求解：每班至多{wishes.class_size:g}人，{adding.zh}，换校一人折合{wishes.change_metres:g}米，距离上限{cap.zh}；"
        f"目标{plan.objective / 1000:,.0f}千人米，下界{plan.bound / 1000:,.0f}，差距不超过{plan.gap:.1%}。",
        f"Solved: at most {wishes.class_size:g} in a class, {adding.en}, a change of school counts "
        f"{wishes.change_metres:g} m, cap {cap.en}; objective {plan.objective / 1000:,.0f} thousand pupil-metres, "
        f"bound {plan.bound / 1000:,.0f}, at most {plan.gap:.1%} above the best.",
    )

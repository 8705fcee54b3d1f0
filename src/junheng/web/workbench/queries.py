"""Every query of the workbench. Plans and studies go by the actor's reach; what is heard or adopted is everybody's."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from django.db.models import QuerySet
from django.http import Http404

from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.portal.models import Edition, School
from junheng.web.workbench.models import PlanningBase, PlanState, Study, StudyKind, ZoneMove, ZonePlan

SHOWN = 30
"""Moves shown of a plan's history."""
REPORTED = 16
"""Counties and sections of editions kept in a process."""
Reported = Mapping[str, tuple[float, Mapping[str, float | None]]]
PUBLIC = (PlanState.HEARING, PlanState.ADOPTED)


def bases() -> list[PlanningBase]:
    return list(PlanningBase.objects.all())


def base_of(pk: int) -> PlanningBase:
    found = PlanningBase.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def counties(actor: Actor, verb: str) -> list[Organisation]:
    """The counties on which the actor may use the verb."""
    rows = Organisation.objects.seen_by(actor, verb).filter(kind=Kind.COUNTY, active=True)
    return list(rows.order_by("path"))


def county(actor: Actor, verb: str, code: str) -> Organisation:
    found: Organisation | None = Organisation.objects.seen_by(actor, verb).filter(kind=Kind.COUNTY, code=code).first()
    if found is None:
        raise Http404
    return found


def plans(actor: Actor) -> list[ZonePlan]:
    """The plans in the actor's reach, newest first, without their zones."""
    rows = ZonePlan.objects.seen_by(actor, "plan.see").select_related("organisation", "base", "owner")
    return list(rows.defer("zones"))


def plan_of(actor: Actor, pk: int, verb: str = "plan.see") -> ZonePlan:
    rows = ZonePlan.objects.seen_by(actor, verb).select_related("organisation", "base", "owner", "parent")
    found: ZonePlan | None = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def beside(actor: Actor, plan: ZonePlan) -> list[ZonePlan]:
    """Other plans of the same base, county and section."""
    rows = ZonePlan.objects.seen_by(actor, "plan.see").exclude(pk=plan.pk).defer("zones")
    return list(rows.filter(base_id=plan.base_id, organisation_id=plan.organisation_id, section=plan.section))


def moves(plan: ZonePlan) -> list[ZoneMove]:
    """The last moves of a plan, newest first."""
    rows = ZoneMove.objects.everything("of a plan in reach").filter(plan=plan).select_related("by")
    return list(rows.order_by("-number")[:SHOWN])


def last_done(plan: ZonePlan) -> ZoneMove | None:
    """The move that undo would take back."""
    return _moves(plan).filter(undone=False).order_by("-number").first()


def next_undone(plan: ZonePlan) -> ZoneMove | None:
    """The move that redo would make again."""
    return _moves(plan).filter(undone=True, dropped=False).order_by("number").first()


def _moves(plan: ZonePlan) -> "QuerySet[ZoneMove]":
    return ZoneMove.objects.everything("of a plan in reach").filter(plan=plan)


def public_plans() -> list[ZonePlan]:
    """Plans in hearing or adopted, newest first, without their zones."""
    rows = ZonePlan.objects.everything("put before the public").filter(state__in=PUBLIC)
    return list(rows.select_related("organisation", "base").defer("zones").order_by("-heard_from", "-pk"))


def public_plan(pk: int) -> ZonePlan:
    rows = ZonePlan.objects.everything("put before the public").filter(state__in=PUBLIC)
    found: ZonePlan | None = rows.select_related("organisation", "base").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def reported(year: int, county_code: str, section: str) -> Reported:
    """School -> reported pupils and indicator values, of the edition in force of a year; empty when there is none."""
    edition = Edition.objects.filter(year=year, current=True).defer("geometry", "expected", "changes").first()
    return {} if edition is None else _reported(edition.pk, edition.published_at, county_code, section)


@lru_cache(maxsize=REPORTED)
def _reported(edition_id: int, _published_at: datetime, county_code: str, section: str) -> Reported:
    """An edition is not changed once it is published, and every move of an editor asks for it."""
    rows = School.objects.filter(county__edition_id=edition_id, county__code=county_code, section=section)
    return {one.code: (one.pupils or 0.0, one.values) for one in rows}


def studies(actor: Actor, kind: StudyKind | None = None) -> list[Study]:
    """The studies in the actor's reach, newest first; of one kind when asked."""
    rows = Study.objects.seen_by(actor, "plan.see").select_related("base", "organisation")
    return list(rows if kind is None else rows.filter(kind=kind))


def plan_made_by(job_id: int) -> ZonePlan | None:
    """The plan a job has made already."""
    found: ZonePlan | None = ZonePlan.objects.everything("the job's own plan").filter(job_id=job_id).first()
    return found


def study_of(actor: Actor, pk: int, kind: StudyKind) -> Study:
    """A study of a kind in reach."""
    rows = Study.objects.seen_by(actor, "plan.see").select_related("base", "organisation", "job", "made_by")
    found: Study | None = rows.filter(pk=pk, kind=kind).first()
    if found is None:
        raise Http404
    return found


def asked_study(pk: int) -> Study:
    """The study of a job; whoever asked for it was let in then."""
    return Study.objects.everything("the job's own study").select_related("base", "organisation").get(pk=pk)


def planned_place(actor: Actor, verb: str, county_code: str) -> Organisation:
    """The county with a code or, without one, the city; Http404 when it is out of reach."""
    if county_code:
        return county(actor, verb, county_code)
    found: Organisation | None = Organisation.objects.seen_by(actor, verb).filter(kind=Kind.CITY).first()
    if found is None:
        raise Http404
    return found

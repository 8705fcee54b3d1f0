"""Every query of the workforce: studies and paid persons go by reach."""

from django.db.models import Count, QuerySet
from django.http import Http404

from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.personnel.models import RotationRound
from junheng.web.workforce.models import PaidPerson, StudyKind, WorkforceStudy

PERSONS = "pay.persons"
"""The verb of whoever may read what a person is paid."""


def studies(actor: Actor, kind: str) -> list[WorkforceStudy]:
    """The studies of a kind in reach, newest first, without their documents."""
    rows = WorkforceStudy.objects.seen_by(actor, "staff.see").filter(kind=kind)
    return list(rows.select_related("organisation", "job").defer("result"))


def study_of(actor: Actor, pk: int, *kinds: str, verb: str = "staff.see") -> WorkforceStudy:
    """A study in reach, of one of the kinds (of any without)."""
    rows = WorkforceStudy.objects.seen_by(actor, verb).select_related("organisation", "job", "made_by")
    found: WorkforceStudy | None = (rows.filter(kind__in=kinds) if kinds else rows).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def asked_study(pk: int) -> WorkforceStudy:
    """The study of a job; whoever asked for it was let in then."""
    return WorkforceStudy.objects.everything("the job's own study").select_related("organisation").get(pk=pk)


def places(actor: Actor, kind: str) -> list[Organisation]:
    """Where the actor may begin a study: counties, for talent programmes the city."""
    level = Kind.CITY if kind == StudyKind.TALENT else Kind.COUNTY
    rows = Organisation.objects.seen_by(actor, "staff.edit").filter(kind=level, active=True)
    return list(rows.order_by("path"))


def counties_of(city: Organisation) -> dict[str, Organisation]:
    """Code -> county of a city."""
    rows = Organisation.objects.everything("names of counties are public").filter(
        path__startswith=city.path, kind=Kind.COUNTY
    )
    return {one.code: one for one in rows}


def talent_of(county: Organisation) -> WorkforceStudy | None:
    """The newest study of programmes, with tables, of the city above a county."""
    rows = WorkforceStudy.objects.everything("only the county's own share and the city's sums are shown")
    above = [county.path[: at + 1] for at, sign in enumerate(county.path) if sign == "/"]
    rows = rows.filter(kind=StudyKind.TALENT, organisation__path__in=above).exclude(tables={})
    return rows.select_related("organisation").first()


def latest_round(of: WorkforceStudy) -> RotationRound | None:
    """The newest rotation of the county that has tables."""
    rows = RotationRound.objects.everything("of a county in reach").filter(organisation=of.organisation)
    return next((one for one in rows.order_by("-year") if one.imported), None)


def people(actor: Actor, of: WorkforceStudy) -> "QuerySet[PaidPerson]":
    """The persons of a study whom the actor may see."""
    return PaidPerson.objects.seen_by(actor, PERSONS).filter(study=of).select_related("organisation")


def everybody(of: WorkforceStudy) -> list[PaidPerson]:
    """All persons of a study, for working it out."""
    rows = PaidPerson.objects.everything("worked out as a whole").filter(study=of)
    return list(rows.select_related("organisation").defer("name"))


def schools_paying(of: WorkforceStudy) -> dict[str, int]:
    """Code of a school -> how many persons of the study it pays."""
    rows = PaidPerson.objects.everything("counts only").filter(study=of).order_by()
    return dict(rows.values_list("organisation__code").annotate(many=Count("pk")))

"""Ask for a study: a row that says what is asked, and a job that answers it."""

from typing import Any

from django.db import transaction

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.operations.jobs import enqueue
from junheng.web.workbench.models import PlanningBase, Study, StudyKind
from junheng.web.workbench.planning import covers
from junheng.web.workbench.queries import planned_place

LONGEST = 100
"""Characters of a name."""
JOBS = {StudyKind.SITING: "siting_study", StudyKind.HORIZON: "horizon_study"}


def start_study(
    actor: Actor, base: PlanningBase, kind: StudyKind, *, county: str, parameters: dict[str, Any], name: str = ""
) -> Study:
    """The study, with its job in the queue; ``county`` is empty for the whole city.

    Raises:
        Http404: the county, or the city, is out of reach.
        Refusal: (422) the base has no areas of the county.
    """
    if county and not covers(base, county):
        raise Refusal("规划底数里没有这个区县的片区。", "The planning base has no areas of this county.", status=422)
    place = planned_place(actor, "plan.study", county)
    with transaction.atomic():
        study = Study.objects.create(
            kind=kind,
            base=base,
            organisation=place,
            county_code=county,
            name=name.strip()[:LONGEST],
            parameters=parameters,
            made_by_id=actor.user_id,
        )
        study.job = enqueue(JOBS[kind], key=f"study:{study.pk}", actor=actor, organisation=place, study=study.pk)
        study.save(update_fields=["job"])
        said = {"kind": kind, "base": base.digest, "county": county, "parameters": parameters}
        record(actor, "study.start", f"study:{study.pk}", path=place.path, after=said)
    return study

"""Ask something further of an answered study: the question kept with it, and a job that answers it."""

from typing import Any

from django.db import transaction
from django.urls import reverse

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.operations.jobs import Work, enqueue, job
from junheng.web.workbench import queries as plans
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy import queries
from junheng.web.workbench.remedy.further import answer_to
from junheng.web.workbench.remedy.opened import opened
from junheng.web.workbench.remedy.questions import QUESTIONS

KIND = "remedy_further"


def ask_remedy(actor: Actor, study: RemedyStudy, what: str, asked: dict[str, Any]) -> None:
    """The question takes the place of the earlier one of its kind; its job stands in the queue.

    Args:
        actor: who may make studies here.
        study: had within the actor's reach.
        what: one of ``QUESTIONS``.
        asked: as ``asked_of`` gives it.

    Raises:
        Http404: the county, or the city, is out of reach.
        Refusal: (422) the study itself is not answered yet.
    """
    place = plans.planned_place(actor, "plan.study", study.county_code)
    if study.result is None:
        raise Refusal("方案还没有算完。", "The plan is not worked out yet.", status=422)
    with transaction.atomic():
        row = queries.locked_remedy(study.pk)
        number = row.further.get(what, {}).get("number", 0) + 1
        given = {"study": study.pk, "what": what, "number": number}
        row.further[what] = {"number": number, "asked": asked, "job": None, "answer": None}
        row.save(update_fields=["further"])
        held = enqueue(KIND, key=f"remedy:{study.pk}:{what}:{number}", actor=actor, organisation=place, **given)
        row.refresh_from_db(fields=["further"])
        row.further[what]["job"] = held.pk
        row.save(update_fields=["further"])
        record(actor, "remedy.ask", f"remedy:{study.pk}", path=place.path, after={"what": what, "asked": asked})


@job(KIND, title=Text("达标方案的进一步测算", "Further questions to a plan that passes"))
def run(work: Work) -> dict[str, Any]:
    """Given ``study``, ``what`` and ``number``; a question that was asked anew meanwhile is left alone."""
    what, number = work.given["what"], work.given["number"]
    study = queries.asked_remedy(work.given["study"])
    href = {"href": reverse(f"remedy-{what}", args=[study.pk])}
    held = study.further.get(what, {})
    if held.get("number") != number or held["answer"] is not None:
        return href
    year = opened(queries.edition_of(study))

    def told(done: int, total: int) -> None:
        work.progress(QUESTIONS[what], done, total)

    answer = answer_to(what, year, study, held["asked"], told)
    with transaction.atomic():
        row = queries.locked_remedy(study.pk)
        if row.further[what]["number"] == number:
            row.further[what]["answer"] = answer
            row.save(update_fields=["further"])
    return href

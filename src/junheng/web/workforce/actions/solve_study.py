"""Have a study worked out: a job reads its frozen tables, the independent checker goes over the answer."""

import json
from typing import Any

from django.db import transaction
from django.urls import reverse

from junheng.policy.text import Text
from junheng.teachers import UnfitTablesError
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.operations.jobs import Work, enqueue, job
from junheng.web.workforce.actions.holding import hold_study
from junheng.web.workforce.laws import pay_law
from junheng.web.workforce.models import PaidPerson, StudyKind, WorkforceStudy
from junheng.web.workforce.paying import fit_to_pay, paid
from junheng.web.workforce.queries import asked_study
from junheng.web.workforce.sharing import shared

KIND = "workforce_study"
PAGE = {StudyKind.ITINERANT: "itinerant", StudyKind.PAY: "pay"}
AT_ONCE = 500


def solve_study(actor: Actor, pk: int, *, revision: int) -> WorkforceStudy:
    """The study with its job in the queue.

    Raises:
        Http404, Stale, Refusal: as ``hold_study``; (422) tables or numbers are missing.
        UnfitTablesError: somebody has no number that a share goes by.
    """
    with transaction.atomic():
        held = hold_study(actor, pk, revision)
        ready(held)
        key = f"{KIND}:{held.pk}:{held.revision}"
        held.job = enqueue(KIND, key=key, actor=actor, organisation=held.organisation, study=held.pk)
        held.save(update_fields=["job"])
        path, after = held.organisation.path, {"given": held.given, "asked": held.asked, "tables": held.tables}
        record(actor, "workforce.solve", f"workforce_study:{pk}", path=path, after=after)
    return held


def ready(of: WorkforceStudy) -> None:
    """Go on only if the study can be worked out.

    Raises:
        Refusal: (422) what is missing.
        UnfitTablesError: somebody has no number that a share goes by.
    """
    if of.kind == StudyKind.TALENT:
        raise Refusal("人才培养随表随算，不用求解。", "Talent programmes are counted as they are.", status=422)
    if not of.tables:
        raise Refusal("请先导入数据表。", "Import the tables first.", status=422)
    if of.kind == StudyKind.ITINERANT and not of.asked.get("subjects"):
        raise Refusal("请先选择学科并填写周课时。", "Choose subjects and give their weekly lessons first.", status=422)
    if of.kind == StudyKind.PAY:
        if "pay" in of.tables and not pay_law(of).shares:
            raise Refusal(
                "请先填写分配比例，合计 100%。", "Fill in the shares first; they add up to 100 %.", status=422
            )
        fit_to_pay(of)


@job(KIND, title=Text("走教、绩效工资测算", "Working out sharing or pay"))
def run(work: Work) -> dict[str, Any]:
    """Given ``study``. Done twice it is one answer.

    Raises:
        RuntimeError: the checker found the answer wrong.
    """
    of = asked_study(work.given["study"])
    href = {"href": reverse(PAGE[StudyKind(of.kind)], args=[of.pk])}
    if of.result is not None:
        return href
    people: list[PaidPerson] = []
    try:
        if of.kind == StudyKind.PAY:
            found, people = paid(of)
        else:
            steps = Text("求解", "Solving")
            found = shared(of, lambda done, total: work.progress(steps, done, total))
    except UnfitTablesError as error:
        raise RuntimeError(str(error)) from error
    of.result = json.loads(json.dumps(found))
    with transaction.atomic():
        PaidPerson.objects.bulk_update(people, ["amounts"], batch_size=AT_ONCE)
        of.save(update_fields=["result"])
        said = {"status": found["status"]}
        record(work.actor, "workforce.solved", f"workforce_study:{of.pk}", path=of.organisation.path, after=said)
    return href

"""Ask what it costs at least that each county of an uploaded table passes: a row, the file in the store, and a job."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.urls import reverse

from junheng.balance import InputError
from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.operations.jobs import Work, enqueue, job
from junheng.web.portal.actions.check_workbook import safe_name
from junheng.web.portal.law import DEFAULT, standard_of
from junheng.web.workbench import queries as plans
from junheng.web.workbench.actions.start_remedy import no_prices
from junheng.web.workbench.models import TableCounty, TableStudy
from junheng.web.workbench.remedy import queries
from junheng.web.workbench.remedy.levers import costs_with, faults_in
from junheng.web.workbench.remedy.tables import answers, kept_table, limits_of, rows_of
from junheng.web.workbench.remedy.terms import terms_of

KIND = "remedy_table"
LONGEST, LONGEST_FILE = 100, 200
"""Characters of a name, and of that of a file."""


def start_table_study(
    actor: Actor, file_name: str, chunks: Iterable[bytes], asked: Mapping[str, Any], *, name: str = ""
) -> tuple[TableStudy | None, list[Text]]:
    """The study with its job in the queue; or everything that is wrong with the table, and nothing is kept.

    Args:
        actor: who may make studies of the whole city.
        file_name: what the file is called.
        chunks: its content.
        asked: ``fast``, ``seconds``, ``moving``, ``ways`` and ``years``.
        name: of the study; the file's without one.

    Raises:
        Http404: the city is out of reach.
        Refusal: (422) a unit cost is missing, each named.
    """
    place = plans.planned_place(actor, "plan.study", "")
    terms = terms_of(place, DEFAULT, moving=asked["moving"], ways=asked.get("ways", False))
    if terms.lacking:
        raise no_prices(terms.lacking)
    law = standard_of(DEFAULT)
    read, faults = kept_table(file_name, chunks, law)
    if read is None:
        return None, faults
    try:
        costs_with(terms.prices, limits_of(asked), law, read.columns)
    except InputError as error:
        return None, faults_in(error, law)
    called = safe_name(file_name)[-LONGEST_FILE:]
    with transaction.atomic():
        study = TableStudy.objects.create(
            organisation=place,
            name=name.strip()[:LONGEST] or called[:LONGEST],
            file_name=called,
            digest=read.digest,
            rows=read.rows,
            counties=read.counties,
            standard=DEFAULT,
            asked=dict(asked),
            prices=terms.prices,
            made_by_id=actor.user_id,
        )
        study.job = enqueue(KIND, key=f"remedy_table:{study.pk}", actor=actor, organisation=place, study=study.pk)
        study.save(update_fields=["job"])
        said = {"digest": read.digest, "counties": read.counties, **asked}
        record(actor, "remedy.table", f"remedy_table:{study.pk}", path=place.path, after=said)
    return study, []


@job(KIND, title=Text("多区县达标方案", "Plans that pass for a table of counties"))
def run(work: Work) -> dict[str, Any]:
    """Given ``study``; counties that have their answer are not asked again."""
    study = queries.asked_table(work.given["study"])
    done = {one.code for one in queries.answers_of(study)}
    work.progress(Text("读取数据", "Reading the data"))
    law = standard_of(study.standard)
    for code, name, answer in answers(rows_of(study.digest, law), law, study.asked, study.prices, done):
        if answer is None:
            work.progress(Text(f"求解：{name}", f"Solving: {name}"), len(done), study.counties)
        else:
            TableCounty.objects.create(study=study, code=code, name=name[:LONGEST], digest=study.digest, **answer)
            done.add(code)
    work.progress(Text("求解", "Solving"), len(done), study.counties)
    return {"href": reverse("remedy-table", args=[study.pk])}

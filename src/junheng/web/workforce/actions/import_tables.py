"""Take the tables of a study in: everything or nothing; from files, or from the county's rotation."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import polars as pl
from django.db import transaction

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel import frozen
from junheng.web.personnel.queries import schools_of
from junheng.web.workforce.actions.holding import changed, hold_study
from junheng.web.workforce.models import PaidPerson, StudyKind, WorkforceStudy
from junheng.web.workforce.queries import counties_of, latest_round, study_of
from junheng.web.workforce.tables_of import PERSONS, Handed, from_rotation, handed

AT_ONCE = 500


def import_tables(actor: Actor, pk: int, files: Iterable[tuple[str, bytes]], *, revision: int) -> Handed:
    """Store the tables of some files in place of those before.

    Raises:
        Http404, Stale, Refusal: as ``hold_study``.
        UnfitTablesError: with every fault of every file; nothing was stored.
    """
    of = study_of(actor, pk, verb="staff.edit")
    schools = schools_of(of.organisation)
    own = {of.organisation.code: of.organisation}
    counties = counties_of(of.organisation) if of.kind == StudyKind.TALENT else own
    found = handed(files, of, list(schools), list(counties))
    with transaction.atomic():
        held = hold_study(actor, pk, revision)
        _kept(actor, held, found.texts, found.people)
        places = {code: one.pk for code, one in schools.items()}
        PaidPerson.objects.everything("the study that is held").filter(study=held).delete()
        PaidPerson.objects.bulk_create(
            (
                PaidPerson(
                    study=held,
                    organisation_id=places[cells["school_code"]],
                    number=at,
                    code=cells["teacher_id"],
                    name=name,
                    facts=json.dumps(cells, ensure_ascii=False),
                )
                for at, (cells, name) in enumerate(found.people, 1)
            ),
            batch_size=AT_ONCE,
        )
    return found


def import_rotation(actor: Actor, pk: int, *, revision: int) -> WorkforceStudy:
    """Store the schools and teachers of the county's latest rotation.

    Raises:
        Http404, Stale, Refusal: as ``hold_study``; (422) the county has no rotation with tables.
    """
    of = study_of(actor, pk, StudyKind.ITINERANT, verb="staff.edit")
    source = latest_round(of)
    if source is None:
        raise Refusal("本区县还没有导入过教师表的交流轮次。", "No rotation of this county has tables yet.", status=422)
    texts = from_rotation(source)
    with transaction.atomic():
        held = hold_study(actor, pk, revision)
        held.synthetic = held.synthetic or source.synthetic
        _kept(actor, held, texts, (), origin=source.pk)
    return held


def _kept(
    actor: Actor, held: WorkforceStudy, texts: Mapping[str, pl.DataFrame], people: Sequence[object], **said: Any
) -> None:
    """The tables in the store, but never the one of persons who are paid."""
    hidden = PERSONS[StudyKind.PAY]
    held.tables = {
        name: {**({} if name == hidden else frozen.keep(one)), "rows": one.height} for name, one in texts.items()
    }
    changed(held, "tables", "synthetic")
    after = {"tables": held.tables, "persons": len(people), **said}
    record(actor, "workforce.import", f"workforce_study:{held.pk}", path=held.organisation.path, after=after)

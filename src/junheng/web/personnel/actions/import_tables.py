"""Take the tables of a round in: everything or nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.personnel import frozen
from junheng.web.personnel.actions.holding import hold_round
from junheng.web.personnel.importing import Person, Taken, taken
from junheng.web.personnel.models import Exclusion, RotationRound, RoundState, Teacher, Wish
from junheng.web.personnel.queries import round_of, schools_of

AT_ONCE = 500
KEPT = ("organisation", "number", "facts", "name", "name_lookup", "identity", "identity_lookup")
"""Columns that a new import writes over."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: rows by table, teachers that are ``new`` and ``gone``, columns that nothing answers to."""

    rows: Mapping[str, int]
    new: int
    gone: int
    ignored: Mapping[str, tuple[str, ...]]


def import_tables(actor: Actor, pk: int, files: Iterable[tuple[str, bytes]], *, revision: int) -> Imported:
    """Store teachers and tables of a round that is still collecting; a teacher known by code keeps exclusions of the
    officer, and wishes unless the file has columns of wishes.

    Raises:
        Http404: out of reach.
        Stale: somebody changed the round since.
        Refusal: the round is past collecting.
        UnfitTablesError: with every fault of every file; nothing was stored.
    """
    of = round_of(actor, pk, "staff.edit")
    schools = schools_of(of.organisation)
    found = taken(files, of, list(schools))
    with transaction.atomic():
        held = hold_round(actor, pk, states=(RoundState.COLLECTING,), revision=revision)
        held.tables = {name: {**frozen.keep(one), "rows": one.height} for name, one in found.others.items()}
        new, gone = _people(actor, held, found, schools)
        held.revision += 1
        held.save()
        rows = {"teachers": len(found.people), **{name: one.height for name, one in found.others.items()}}
        after: dict[str, Any] = {"rows": rows, "new": new, "gone": gone, "tables": held.tables}
        record(actor, "rotation.import", f"rotation_round:{pk}", path=held.organisation.path, after=after)
    return Imported(rows, new, gone, found.ignored)


def _people(actor: Actor, held: RotationRound, found: Taken, schools: Mapping[str, Organisation]) -> tuple[int, int]:
    """Write everybody; how many are new and how many are gone."""
    rows = Teacher.objects.everything("the round that is held")
    known = {one.code: one for one in rows.filter(round=held)}
    people = {one.code: one for one in found.people}
    gone = known.keys() - people.keys()
    rows.filter(round=held, code__in=gone).delete()
    teachers = [
        _filled(known.get(code) or Teacher(round=held, code=code), at, one, schools[one.school])
        for at, (code, one) in enumerate(people.items(), 1)
    ]
    new = [one for one in teachers if one.pk is None]
    Teacher.objects.bulk_update([one for one in teachers if one.pk], KEPT, batch_size=AT_ONCE)
    Teacher.objects.bulk_create(new, batch_size=AT_ONCE)
    _excluded(actor, held, teachers, people)
    if found.wishes:
        _wishing(actor, held, teachers, people)
    return len(new), len(gone)


def _filled(row: Teacher, number: int, person: Person, school: Organisation) -> Teacher:
    row.organisation, row.number, row.facts = school, number, dict(person.facts)
    row.name, row.identity = person.name, person.identity
    return row.look_up()


def _excluded(actor: Actor, of: RotationRound, teachers: Iterable[Teacher], people: Mapping[str, Person]) -> None:
    """The reasons of the file in place of those of the file before; what the officer wrote down stays."""
    rows = Exclusion.objects.everything("of the round that is held")
    rows.filter(teacher__round=of, imported=True).delete()
    given = [(one, people[one.code].reason) for one in teachers if people[one.code].reason]
    now = timezone.now()
    Exclusion.objects.bulk_create(
        (Exclusion(teacher=one, reason=why, imported=True, by_id=actor.user_id, at=now) for one, why in given),
        batch_size=AT_ONCE,
    )


def _wishing(actor: Actor, of: RotationRound, teachers: Iterable[Teacher], people: Mapping[str, Person]) -> None:
    Wish.objects.everything("of the round that is held").filter(teacher__round=of).delete()
    Wish.objects.bulk_create(
        (
            Wish(teacher=one, rank=rank, school=school, by_id=actor.user_id)
            for one in teachers
            for rank, school in enumerate(people[one.code].wishes, 1)
        ),
        batch_size=AT_ONCE,
    )

"""Begin a study of a county, or of the city; begin another one from it."""

from datetime import date

from django.db import transaction
from django.db.models import Max
from django.http import Http404

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.workforce.models import PaidPerson, WorkforceStudy
from junheng.web.workforce.queries import everybody, places, study_of

AT_ONCE = 500


def open_study(actor: Actor, kind: str, code: str, day: date, *, synthetic: bool = False) -> WorkforceStudy:
    """The new study; ``day`` is that of its rules.

    Raises:
        Http404: the organisation is out of reach.
    """
    place = next((one for one in places(actor, kind) if one.code == code), None)
    if place is None:
        raise Http404
    with transaction.atomic():
        made = WorkforceStudy(kind=kind, day=day, synthetic=synthetic)
        return _begun(actor, made, place, {"day": day.isoformat()})


def copy_study(actor: Actor, pk: int) -> WorkforceStudy:
    """A new study with the tables, persons and numbers of another one, ready to be changed.

    Raises:
        Http404: out of reach.
    """
    of = study_of(actor, pk, verb="staff.edit")
    with transaction.atomic():
        made = WorkforceStudy(
            kind=of.kind, day=of.day, synthetic=of.synthetic, tables=of.tables, given=of.given, asked=of.asked
        )
        _begun(actor, made, of.organisation, {"from": of.number})
        rows = [
            PaidPerson(
                study=made,
                organisation_id=one.organisation_id,
                number=one.number,
                code=one.code,
                name=one.name,
                facts=one.facts,
            )
            for one in everybody(of)
        ]
        PaidPerson.objects.bulk_create(rows, batch_size=AT_ONCE)
    return made


def _begun(actor: Actor, made: WorkforceStudy, place: Organisation, said: dict[str, object]) -> WorkforceStudy:
    rows = WorkforceStudy.objects.everything("numbers of one organisation")
    last = rows.filter(kind=made.kind, organisation=place).aggregate(last=Max("number"))["last"] or 0
    made.organisation, made.number, made.made_by_id = place, last + 1, actor.user_id
    made.save()
    after = {"kind": str(made.kind), "number": made.number, **said}
    record(actor, "workforce.open", f"workforce_study:{made.pk}", path=place.path, after=after)
    return made

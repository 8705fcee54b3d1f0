"""End one way to raise indicators from a day on: a row that says so; earlier rows stay as they are."""

from datetime import date

from django.db import transaction
from django.http import Http404

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.workbench.models import Lever
from junheng.web.workbench.remedy.levers import levers_in_force
from junheng.web.workbench.remedy.queries import levers_of, priced_place


def end_lever(actor: Actor, place_code: str, means: str, name: str, day: date) -> Lever:
    """The row that ends it; a county may end what the city has, for itself.

    Raises:
        Http404: no city or county of this code is in reach, or it has no such way that day.
    """
    place = priced_place(actor, place_code)
    held = next((one for one in levers_in_force(levers_of(place), day) if (one.means, one.name) == (means, name)), None)
    if held is None:
        raise Http404
    with transaction.atomic():
        ended = Lever.objects.create(
            organisation=place,
            means=means,
            name=name,
            valid_from=day,
            said={},
            ended=True,
            synthetic=held.synthetic,
            made_by_id=actor.user_id,
        )
        after = {"means": means, "name": name, "valid_from": day.isoformat()}
        record(actor, "lever.end", f"lever:{ended.pk}", path=place.path, after=after)
    return ended

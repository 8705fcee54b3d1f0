"""Set one way to raise indicators, of the city or a county; earlier rows of it stay as they are."""

from collections.abc import Mapping

from django.db import transaction

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import refused_for
from junheng.web.portal.law import DEFAULT
from junheng.web.workbench.models import Lever
from junheng.web.workbench.remedy.lever_form import lever_in
from junheng.web.workbench.remedy.queries import priced_place


def set_lever(actor: Actor, place_code: str, given: Mapping[str, str], *, synthetic: bool = False) -> Lever:
    """The new row; ``given`` is a form as ``lever_form.lever_in`` reads it.

    Raises:
        Http404: no city or county of this code is in reach.
        Refusal: (422) with everything wrong in the form.
    """
    place = priced_place(actor, place_code)
    said = lever_in(given, DEFAULT)
    if said.faults or said.valid_from is None:
        raise refused_for(said.faults)
    with transaction.atomic():
        held = Lever.objects.create(
            organisation=place,
            means=said.means,
            name=said.name,
            valid_from=said.valid_from,
            said=said.said,
            synthetic=synthetic,
            made_by_id=actor.user_id,
        )
        after = {"means": said.means, "name": said.name, "valid_from": said.valid_from.isoformat(), **said.said}
        record(actor, "lever.set", f"lever:{held.pk}", path=place.path, after=after)
    return held

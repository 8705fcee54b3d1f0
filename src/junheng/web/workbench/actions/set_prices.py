"""Set unit costs: the next list of the city or a county; earlier lists stay as they are."""

from collections.abc import Mapping

from django.db import transaction

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import refused_for
from junheng.web.portal.law import DEFAULT
from junheng.web.workbench.models import PriceList
from junheng.web.workbench.remedy.prices import said_in
from junheng.web.workbench.remedy.queries import priced_place


def set_prices(actor: Actor, place_code: str, given: Mapping[str, str], *, synthetic: bool = False) -> PriceList:
    """The new list; ``given`` is a form as ``prices.said_in`` reads it.

    Raises:
        Http404: no city or county of this code is in reach.
        Refusal: (422) with everything wrong in the form.
    """
    place = priced_place(actor, place_code)
    said = said_in(given, DEFAULT)
    if said.faults or said.valid_from is None:
        raise refused_for(said.faults)
    with transaction.atomic():
        held = PriceList.objects.create(
            organisation=place,
            valid_from=said.valid_from,
            prices=said.prices,
            synthetic=synthetic,
            made_by_id=actor.user_id,
        )
        after = {"valid_from": said.valid_from.isoformat(), "prices": said.prices}
        record(actor, "prices.set", f"price_list:{held.pk}", path=place.path, after=after)
    return held

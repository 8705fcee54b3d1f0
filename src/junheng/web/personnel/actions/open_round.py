"""Open the rotation of a county and school year."""

from datetime import date

from django.db import IntegrityError, transaction
from django.http import Http404

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.models import RotationRound
from junheng.web.personnel.queries import counties

FIRST_YEAR, LAST_YEAR = 2012, 2100


def open_round(actor: Actor, county_code: str, year: int, day: date, *, synthetic: bool = False) -> RotationRound:
    """The new round; ``day`` is the day of ages and rules.

    Raises:
        Http404: the county is out of reach.
        Refusal: the county has a round of that year, or (422) there is no such year.
    """
    place = next((one for one in counties(actor) if one.code == county_code), None)
    if place is None:
        raise Http404
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refusal(
            f"学年应在{FIRST_YEAR}与{LAST_YEAR}之间。",
            f"The school year lies between {FIRST_YEAR} and {LAST_YEAR}.",
            status=422,
        )
    try:
        with transaction.atomic():
            made = RotationRound.objects.create(
                organisation=place, year=year, day=day, synthetic=synthetic, made_by_id=actor.user_id
            )
            said = {"year": year, "day": day.isoformat()}
            record(actor, "rotation.open", f"rotation_round:{made.pk}", path=place.path, after=said)
    except IntegrityError as fault:
        raise Refusal(
            f"{place.name}已有这一学年的交流轮次。", f"{place.name} has a round of this school year already."
        ) from fault
    return made

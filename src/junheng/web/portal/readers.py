"""Who reads: the public sees protected numbers, staff the whole of the counties in their reach."""

from django.http import HttpRequest

from junheng.web.accounts.access import actor_of
from junheng.web.portal.models import County, Edition, School
from junheng.web.portal.plain import plain
from junheng.web.portal.proof import Proof, proof_of
from junheng.web.portal.queries import path_of
from junheng.web.portal.stored import rows_of

SEE = "verdict.see"
"""The verb of staff who see the full values of the organisations in their reach."""


def sees_all(request: HttpRequest, county: str) -> bool:
    """Whether the reader may see what is hidden of a county. Asks the database nothing for the public."""
    actor = actor_of(request)
    return actor.known and actor.may(SEE) and actor.may(SEE, path_of(county))


def proof_for(request: HttpRequest, edition: Edition, county: str) -> Proof | None:
    """The proof as far as this reader may see it."""
    held = proof_of(edition)
    return held if held is None or sees_all(request, county) else held.public


def unveil(request: HttpRequest, edition: Edition, county: County, schools: list[School]) -> list[School]:
    """The schools of a county with all values for readers who may see them; the county's indicators are put in place.

    Without the snapshot there is nothing more to show.
    """
    if not any(one.suppressed for one in schools) or not sees_all(request, county.code):
        return schools
    held = proof_of(edition)
    if held is None:
        return schools
    (row, whole), *_others = [pair for pair in rows_of(held.verdict, None) if pair[0].code == county.code]
    county.indicators = plain(row.indicators)
    return [one for one in whole if one.section]

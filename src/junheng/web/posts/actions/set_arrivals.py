"""Say who is expected to begin, of one subject or of all; earlier lists stay."""

from datetime import date

import polars as pl
from django.db import transaction

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.posts.arriving import lines_of
from junheng.web.posts.models import ArrivalList
from junheng.web.posts.queries import arrivals, county


def set_arrivals(
    actor: Actor,
    code: str,
    text: pl.DataFrame,
    day: date | None,
    *,
    subject: tuple[str, str] | None = None,
    synthetic: bool = False,
) -> ArrivalList:
    """The new list. With ``subject`` (section and subject) the others stay as they are, and no rows mean nobody.

    Args:
        actor: who says so.
        code: of the county.
        text: section, subject, year, arrive, low, high and source as text, as ``arriving`` reads them.
        day: of the plan.
        subject: the only one that is said.
        synthetic: whether it is made up.

    Raises:
        Http404: the county is out of reach.
        Refusal: (422) no day is given.
        UnfitTablesError: with every fault of the table; nothing was stored.
    """
    place = county(actor, code, "staff.edit")
    if day is None:
        raise Refusal("请填写日期。", "Give the day.", status=422)
    found = [] if subject is not None and not text.height else lines_of(text, day)
    with transaction.atomic():
        Organisation.objects.everything("the county in reach, held").select_for_update().get(pk=place.pk)
        before = arrivals(place) if subject is not None else None
        kept = [one for one in (before.lines if before else ()) if (one["section"], one["subject"]) != subject]
        made = ArrivalList.objects.create(
            organisation=place, lines=[*kept, *found], synthetic=synthetic, made_by_id=actor.user_id
        )
        record(
            actor,
            "posts.arrivals",
            f"posts_arrivals:{made.pk}",
            path=place.path,
            after={"day": f"{day}", "lines": found},
        )
    return made

"""Keep the counts of a county's teachers in the years ahead."""

from collections.abc import Iterable

from django.db import transaction

from junheng.teachers import UnfitTablesError
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.posts.given import in_force, own_of
from junheng.web.posts.models import Outlook
from junheng.web.posts.opened import opened
from junheng.web.posts.outlooking import looked_ahead, of_files, of_round
from junheng.web.posts.queries import arrivals, county, latest_round, number_lists


def look_ahead(actor: Actor, code: str, files: Iterable[tuple[str, bytes]] = ()) -> Outlook:
    """The outlook from files, which are not kept, or without any from the newest rotation of the county.

    Raises:
        Http404: the county is out of reach.
        Refusal: there are neither files nor a rotation with teachers, or (422) a number cannot be used.
        UnfitTablesError: with every fault of the tables.
    """
    place, given = county(actor, code, "staff.edit"), list(files)
    origin = None if given else latest_round(place)
    if not given and origin is None:
        raise Refusal(
            "本区县的交流轮次里还没有教师；请上传教师表。",
            "No rotation of the county has teachers yet: hand in a table of teachers.",
        )
    if origin is not None:
        found, year, day, synthetic = of_round(origin), origin.year, origin.day, origin.synthetic
    else:
        held = opened(place)
        found, year, day = of_files(given, held.held.sections), held.held.year + 1, held.day
        synthetic = held.held.synthetic
    values, planned = in_force(number_lists(place), day), arrivals(place)
    try:
        result = looked_ahead(found, own_of(values), year, place.code, planned.lines if planned else ())
    except UnfitTablesError:
        raise
    except ValueError as fault:
        raise Refusal(f"数值不能用：{fault}", f"A number cannot be used: {fault}", status=422) from fault
    with transaction.atomic():
        made = Outlook.objects.create(
            organisation=place,
            year=year,
            result=result,
            values=values,
            origin=origin,
            arrivals=planned,
            synthetic=synthetic,
            made_by_id=actor.user_id,
        )
        after = {"year": year, "origin": origin and origin.pk, "arrivals": planned and planned.pk}
        after["rows"] = len(result["rows"])
        record(actor, "posts.outlook", f"posts_outlook:{made.pk}", path=place.path, after=after)
    return made

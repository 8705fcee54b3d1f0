"""Every query of posts: counties by the actor's reach, what belongs to a county had within reach."""

from collections.abc import Sequence

from django.db.models import Max
from django.http import Http404

from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.personnel.models import RotationRound
from junheng.web.portal.models import Edition
from junheng.web.posts.ledger import Ledger, authorised, moved
from junheng.web.posts.models import ArrivalList, DecisionKind, DecisionState, NumberList, Outlook, PostsDecision


def counties(actor: Actor, verb: str = "staff.see") -> list[Organisation]:
    """The counties on which the actor may use the verb."""
    rows = Organisation.objects.seen_by(actor, verb).filter(kind=Kind.COUNTY, active=True)
    return list(rows.order_by("path"))


def county(actor: Actor, code: str, verb: str = "staff.see") -> Organisation:
    found = next((one for one in counties(actor, verb) if one.code == code), None)
    if found is None:
        raise Http404
    return found


def edition() -> Edition | None:
    """The latest published year, without its map."""
    return Edition.objects.filter(current=True).defer("geometry", "expected", "changes", "hidden").first()


def number_lists(place: Organisation) -> list[NumberList]:
    """The lists of a county and of the city above it."""
    return lists_of([place])[place.pk]


def lists_of(places: Sequence[Organisation]) -> dict[int, list[NumberList]]:
    """Of each county by its key the lists of its own and of the city above it."""
    above = {one.pk: {one.path[: at + 1] for at, sign in enumerate(one.path) if sign == "/"} for one in places}
    rows = NumberList.objects.everything("the city's numbers hold in every county; the places were had within reach")
    held = rows.filter(organisation__path__in=set().union(*above.values())).select_related("organisation", "made_by")
    return {pk: [one for one in held if one.organisation.path in paths] for pk, paths in above.items()}


def decisions(place: Organisation) -> list[PostsDecision]:
    """All of a county, newest first."""
    rows = PostsDecision.objects.everything("of a county in reach").filter(organisation=place)
    return list(rows.select_related("organisation", "proposed_by", "decided_by", "undoes"))


def decision_of(actor: Actor, pk: int, verb: str = "staff.see") -> PostsDecision:
    rows = PostsDecision.objects.seen_by(actor, verb)
    found: PostsDecision | None = (
        rows.select_related("organisation", "proposed_by", "decided_by", "undoes").filter(pk=pk).first()
    )
    if found is None:
        raise Http404
    return found


def waiting(actor: Actor) -> list[PostsDecision]:
    """Proposals that the actor may approve or refuse."""
    rows = PostsDecision.objects.seen_by(actor, "staff.approve").filter(state=DecisionState.PROPOSED)
    return list(rows.select_related("organisation", "proposed_by", "decided_by"))


def decided(actor: Actor) -> list[PostsDecision]:
    """What was decided in the reach of whoever approves."""
    rows = PostsDecision.objects.seen_by(actor, "staff.approve").exclude(state=DecisionState.PROPOSED)
    return list(rows.select_related("organisation", "proposed_by", "decided_by"))


def next_number(place: Organisation) -> int:
    rows = PostsDecision.objects.everything("of a county that is held").filter(organisation=place)
    return (rows.aggregate(most=Max("number"))["most"] or 0) + 1


def next_order(place: Organisation) -> int:
    """The place of the next approved decision in the ledger."""
    rows = PostsDecision.objects.everything("of a county that is held").filter(organisation=place)
    return (rows.aggregate(most=Max("order"))["most"] or 0) + 1


def held_ledger(place: Organisation) -> Ledger | None:
    """The ledger of a county as it is now; None before its posts were authorised."""
    return ledgers_of([place]).get(place.pk)


def ledgers_of(places: Sequence[Organisation]) -> dict[int, Ledger]:
    """The ledgers by the key of their county, of those whose posts were authorised."""
    rows = PostsDecision.objects.everything("of counties in reach").filter(
        organisation__in=places, state=DecisionState.APPROVED
    )
    found: dict[int, Ledger] = {}
    for place, kind, lines in rows.order_by("order").values_list("organisation", "kind", "lines"):
        if kind == DecisionKind.AUTHORISED:
            found[place] = authorised(lines)
        elif place in found:
            found[place] = moved(found[place], lines)
    return found


def latest_round(place: Organisation) -> RotationRound | None:
    """The newest rotation of a county that has its tables."""
    rows = RotationRound.objects.everything("of a county in reach").filter(organisation=place)
    return next((one for one in rows.select_related("organisation").order_by("-year") if one.imported), None)


def outlook(place: Organisation) -> Outlook | None:
    """The newest outlook of a county."""
    rows = Outlook.objects.everything("of a county in reach").filter(organisation=place)
    return rows.select_related("made_by", "origin", "arrivals").first()


def arrivals(place: Organisation) -> ArrivalList | None:
    """Who is expected to begin in a county, as planned last."""
    rows = ArrivalList.objects.everything("of a county in reach").filter(organisation=place)
    return rows.select_related("made_by").first()

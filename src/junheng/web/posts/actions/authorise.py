"""Put the posts that were authorised forward: from a file, or from the schools of the newest rotation."""

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal, refuse_all
from junheng.web.personnel.queries import schools_of
from junheng.web.posts.actions.propose import propose
from junheng.web.posts.models import DecisionKind, PostsDecision
from junheng.web.posts.queries import county, latest_round
from junheng.web.posts.reading import authorised_in, authorised_of


def authorise(
    actor: Actor, code: str, document: str, file: tuple[str, bytes] | None = None, *, rotation: bool = False
) -> PostsDecision:
    """The proposal. ``file`` is name and content; with ``rotation`` the newest of the county is taken.

    Raises:
        Http404, Refusal: as ``propose``; (422) with every fault of the file, or there is neither file nor rotation.
    """
    place = county(actor, code, "staff.edit")
    origin = latest_round(place) if rotation else None
    if origin is not None:
        lines = authorised_of(origin)
    elif file is None:
        raise Refusal("请选择文件。", "Choose a file.", status=422)
    else:
        found = authorised_in(*file, {one: at.name for one, at in schools_of(place).items()})
        refuse_all(found.faults)
        lines = found.lines
    return propose(actor, code, DecisionKind.AUTHORISED, lines, document)

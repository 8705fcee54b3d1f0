"""Who may do what with a correction: the county supports or refuses, then the city grants or refuses."""

from collections.abc import Mapping
from dataclasses import dataclass

from junheng.policy.text import Text
from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.roles import roles
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.reporting.models import Correction, CorrectionState
from junheng.web.reporting.moves import role_title

ASKED, SUPPORTED = CorrectionState.ASKED, CorrectionState.SUPPORTED


@dataclass(frozen=True, slots=True)
class Deed:
    """What may be done to a correction: in which states, to which state, and, by state, who (level and verb)."""

    verb: str
    title: Text
    to: CorrectionState
    by: Mapping[str, tuple[str, str]]
    answer: bool = False


COUNTY, CITY = ("county", "report.review"), ("city", "round.lock")
DEEDS: Mapping[str, Deed] = {
    one.verb: one
    for one in (
        Deed("support", Text("同意上报", "Support"), SUPPORTED, {ASKED: COUNTY}),
        Deed("grant", Text("同意更正", "Grant"), CorrectionState.GRANTED, {SUPPORTED: CITY}),
        Deed(
            "refuse", Text("不同意", "Refuse"), CorrectionState.REFUSED, {ASKED: COUNTY, SUPPORTED: CITY}, answer=True
        ),
        Deed(
            "withdraw",
            Text("撤回申请", "Withdraw"),
            CorrectionState.WITHDRAWN,
            {ASKED: ("", "report.correct"), SUPPORTED: ("", "report.correct")},
        ),
    )
}


def ensure(actor: Actor, correction: Correction, verb: str) -> Deed:
    """The deed, if this person may do it now.

    Raises:
        Refusal: the correction is decided, or not there yet.
        NotAllowed: another role or level, or who asked or supported it.
    """
    deed, state = DEEDS[verb], correction.state
    if state not in deed.by:
        said = CorrectionState(state).label
        raise Refusal(
            f"这份申请{said}，不能{deed.title.zh}。", f"It is {state}: {deed.title.en.lower()} is not possible."
        )
    level, needed = deed.by[state]
    path = correction.submission.organisation.path
    grants = (one for one in actor.having(needed) if one.covers(path))
    if not any(not level or roles()[one.role].level == level for one in grants):
        who = who_next(correction)
        raise NotAllowed(f"这一步不由您办理：{who.zh}。", f"This is not yours to do: {who.en}.")
    own = verb == "withdraw"
    if not own and actor.user_id in {correction.asked_by_id, correction.version.made_by_id, correction.supported_by_id}:
        raise NotAllowed(
            "这份更正由您本人申请、填报或审核过，须由另一人办理。",
            "You asked for it, made it or supported it yourself: somebody else has to decide.",
        )
    if own and actor.user_id != correction.asked_by_id:
        raise NotAllowed("只有申请人可以撤回。", "Only who asked may withdraw it.")
    return deed


def why_not(actor: Actor, correction: Correction, verb: str) -> Text | None:
    """Why this person cannot do it now; None when nothing stands against it."""
    try:
        ensure(actor, correction, verb)
    except Refusal as refusal:
        return refusal.why
    return None


def who_next(correction: Correction) -> Text:
    """Whose turn it is."""
    if correction.state not in {ASKED, SUPPORTED}:
        return Text("已办结", "Nothing is due")
    level, verb = COUNTY if correction.state == ASKED else CITY
    where = _above(correction.submission.organisation, level)
    role = role_title(level, verb)
    done = Text("审核", "look at it") if correction.state == ASKED else Text("审批", "decide")
    return Text(f"待{where.name}{role.zh}{done.zh}", f"{role.en} of {where.name_en or where.name} to {done.en}")


def _above(organisation: Organisation, level: str) -> Organisation:
    while organisation.kind != level and organisation.parent is not None:
        organisation = organisation.parent
    return organisation

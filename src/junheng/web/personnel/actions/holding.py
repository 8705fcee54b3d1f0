"""A round or a draft held for a change: in reach, in the right state, still as the page showed it."""

from django.http import Http404

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.personnel.models import RotationDraft, RotationRound, RoundState

EARLY = (RoundState.COLLECTING, RoundState.WISHES)
"""States in which teachers, exclusions and parameters may still change."""


def hold_round(
    actor: Actor, pk: int, *, verb: str = "staff.edit", states: tuple[str, ...] = EARLY, revision: int | None = None
) -> RotationRound:
    """The round, its row locked. Only within a transaction.

    Raises:
        Http404: out of reach.
        Stale: somebody changed it since ``revision``.
        Refusal: it is in another state than ``states``.
    """
    rows = RotationRound.objects.seen_by(actor, verb).select_for_update(of=("self",))
    held: RotationRound | None = rows.select_related("organisation").filter(pk=pk).first()
    if held is None:
        raise Http404
    if revision is not None and held.revision != revision:
        raise Stale
    in_state(held, states)
    return held


def in_state(held: RotationRound, states: tuple[str, ...]) -> None:
    """Go on only if the round is in one of the states.

    Raises:
        Refusal: it is in another.
    """
    if held.state not in states:
        now = RoundState(held.state)
        raise Refusal(
            f"本轮交流现在是“{now.label}”，不能这样办理。",
            f"The round is in the state “{now.value}”; this cannot be done now.",
        )


def hold_draft(actor: Actor, pk: int, revision: int) -> RotationDraft:
    """The draft without its long document, its row locked, of a round still being drafted. Only within a transaction.

    Raises:
        Http404: out of reach.
        Stale: somebody changed it since.
        Refusal: it has no plan, or the round is in another state.
    """
    rows = RotationDraft.objects.seen_by(actor, "staff.edit").select_for_update(of=("self",))
    held: RotationDraft | None = rows.select_related("round__organisation").defer("result").filter(pk=pk).first()
    if held is None:
        raise Http404
    if held.revision != revision:
        raise Stale
    in_state(held.round, (RoundState.DRAFT,))
    if not held.solved:
        raise Refusal("这份草案没有可以修改的方案。", "This draft has no plan to edit.", status=422)
    return held

"""The ground of every change to a survey: check the reach, lock it, check the revision and the state."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.survey.models import Survey, SurveyState
from junheng.web.survey.queries.surveys import MANAGE, survey_of


@contextmanager
def changing(
    actor: Actor,
    pk: int,
    *,
    revision: int | None = None,
    verb: str = MANAGE,
    states: tuple[str, ...] = (SurveyState.OPEN,),
) -> Iterator[Survey]:
    """The survey, locked, inside a transaction; without ``revision`` only the state is checked.

    Raises:
        NotAllowed: the person may not do this there.
        Stale: it is at another revision.
        Refusal: it is in another state.
    """
    found = survey_of(actor, pk)
    if not actor.may(verb, found.organisation.path):
        raise NotAllowed("您的角色不办理这一步。", "Your role does not do this step.")
    with transaction.atomic():
        every = Survey.objects.everything("the reach was checked above").select_related("organisation")
        held = every.select_for_update(of=("self",)).get(pk=pk)
        if revision is not None and held.revision != revision:
            raise Stale
        if held.state not in states:
            label = SurveyState(held.state).label
            raise Refusal(f"调查现在的状态是“{label}”。", f"The survey is {held.state} now.")
        yield held

"""Release the results of a closed survey to the public."""

from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.survey.actions.changing import changing
from junheng.web.survey.models import Survey, SurveyState


def release_survey(actor: Actor, pk: int, *, revision: int) -> Survey:
    """The public sees the same protected tables as the staff."""
    with changing(actor, pk, revision=revision, verb="publish.release", states=(SurveyState.CLOSED,)) as held:
        held.state, held.released_on, held.revision = SurveyState.RELEASED, timezone.localdate(), held.revision + 1
        held.save()
        said = {"state": held.state}
        record(actor, "survey.release", f"survey:{held.pk}", path=held.organisation.path, after=said)
    return held

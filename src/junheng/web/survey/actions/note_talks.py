"""Write down how many people were spoken to on visits and how many of them are satisfied."""

from collections.abc import Mapping

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.survey.actions.changing import changing
from junheng.web.survey.models import Survey, SurveyState, Talk
from junheng.web.survey.queries.surveys import questionnaire_of, talks

STATES = (SurveyState.OPEN, SurveyState.CLOSED)


def note_talks(actor: Actor, pk: int, numbers: Mapping[str, tuple[int, int]], *, revision: int) -> Survey:
    """``numbers``: group → (people, satisfied), in place of what was written before; groups left out were not asked."""
    with changing(actor, pk, revision=revision, states=STATES) as held:
        known = {one.id for one in questionnaire_of(held).groups}
        for group, (people, satisfied) in numbers.items():
            if group not in known or not 0 <= satisfied <= people:
                raise Refusal("满意人数不能多于走访人数。", "More satisfied people than people spoken to.", status=422)
        before = {group: list(pair) for group, pair in talks(held).items()}
        Talk.objects.everything("the survey was had within reach").filter(survey=held).delete()
        Talk.objects.everything("the survey was had within reach").bulk_create(
            Talk(survey=held, group=group, people=people, satisfied=satisfied)
            for group, (people, satisfied) in sorted(numbers.items())
        )
        held.revision += 1
        held.save()
        after = {group: list(pair) for group, pair in numbers.items()}
        record(actor, "survey.talks", f"survey:{held.pk}", path=held.organisation.path, before=before, after=after)
    return held

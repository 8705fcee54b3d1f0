"""Close a survey: count it, and take every code away so that nothing is left to join to an answer."""

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.survey.actions.changing import changing
from junheng.web.survey.counting import EVERYONE, count, of
from junheng.web.survey.models import Code, Survey, SurveyState
from junheng.web.survey.queries.surveys import papers, questionnaire_of


def close_survey(actor: Actor, pk: int, *, revision: int) -> Survey:
    """The counts are kept with the survey; no more answers, codes or papers are taken."""
    with changing(actor, pk, revision=revision) as held:
        answers = held.answers.values_list("group", "said").iterator()
        paper = [one.counts for one in papers(held) if not one.replaced]
        held.counts = count(questionnaire_of(held), answers, paper)
        held.state, held.revision = SurveyState.CLOSED, held.revision + 1
        held.save()
        Code.objects.everything("the survey was had within reach").filter(batch__survey=held).delete()
        said = {"returned": of(held.counts, EVERYONE, "returned")}
        record(actor, "survey.close", f"survey:{held.pk}", path=held.organisation.path, after=said)
    return held

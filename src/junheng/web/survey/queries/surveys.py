"""Surveys for the people who run them, for those who answer, and for the public."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.http import Http404
from django.utils import timezone

from junheng.policy.small_cells import disclosure_on
from junheng.policy.survey import PARENTS, Questionnaire, Sample, load_questionnaire, sample
from junheng.policy.years import statistics_day
from junheng.publish.table import Table
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.evidence.queries.cases import standard_of
from junheng.web.survey import counting
from junheng.web.survey.codes import digest
from junheng.web.survey.models import Batch, Code, Paper, Survey, SurveyState

SEE, MANAGE = "survey.see", "survey.manage"


def surveys(actor: Actor) -> QuerySet[Survey]:
    return Survey.objects.seen_by(actor, SEE).select_related("organisation")


def survey_of(actor: Actor, pk: int) -> Survey:
    """A survey in reach; 404 otherwise."""
    found = surveys(actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def counties(actor: Actor) -> QuerySet[Organisation]:
    """Where the actor may open a survey."""
    return Organisation.objects.seen_by(actor, MANAGE).filter(kind=Kind.COUNTY, active=True)


def released() -> QuerySet[Survey]:
    every = Survey.objects.everything("released results are for everybody")
    return every.filter(state=SurveyState.RELEASED).select_related("organisation")


def released_survey(pk: int) -> Survey:
    found = released().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def open_code(code: str) -> Code | None:
    """The unspent code of a survey that takes answers today; None for anything else, without saying which."""
    today = timezone.localdate()
    every = Code.objects.everything("who holds the code may answer").select_related("batch__survey__organisation")
    return every.filter(
        digest=digest(code),
        spent=False,
        batch__voided=False,
        batch__survey__state=SurveyState.OPEN,
        batch__survey__opens__lte=today,
        batch__survey__closes__gte=today,
    ).first()


def questionnaire_of(held: Survey) -> Questionnaire:
    return load_questionnaire(held.questionnaire)


@dataclass(frozen=True, slots=True)
class GroupLine:
    """How many of a group have codes, have answered on line and on paper; None: some, but too few to be told."""

    id: str
    codes: int
    online: int | None
    paper: int | None


def response(held: Survey) -> list[GroupLine]:
    """Who has answered so far: numbers of questionnaires only, never what they say."""
    issued: dict[str, int] = {}
    for batch in batches(held):
        if not batch.voided:
            issued[batch.group] = issued.get(batch.group, 0) + batch.size
    online = dict(held.answers.values_list("group").annotate(n=Count("pk")).order_by("group"))
    paper = [one.counts for one in papers(held) if not one.replaced]
    small = small_count(held.year)
    return [
        GroupLine(
            one.id,
            issued.get(one.id, 0),
            told(online.get(one.id, 0), small),
            told(sum(counting.of(counts, one.id, "returned") for counts in paper), small),
        )
        for one in questionnaire_of(held).groups
    ]


def told(number: int, small: int) -> int | None:
    return None if 0 < number <= small else number


def batches(held: Survey) -> QuerySet[Batch]:
    return Batch.objects.everything("the survey was had within reach").filter(survey=held).select_related("made_by")


def papers(held: Survey) -> QuerySet[Paper]:
    return Paper.objects.everything("the survey was had within reach").filter(survey=held).select_related("by")


def tables(held: Survey) -> list[Table]:
    """The results as anybody may see them, staff included."""
    asked = questionnaire_of(held)
    small = small_count(held.year)
    return [counting.satisfaction(asked, held.counts, small), *counting.questions(asked, held.counts, small)]


def small_count(year: int) -> int:
    """The largest count that is hidden, by the dated parameter."""
    return disclosure_on(statistics_day(year)).small_count


def sample_of(held: Survey) -> Sample:
    rules = standard_of(held.year).rules(statistics_day(held.year))
    returned = counting.of(held.counts, counting.EVERYONE, "returned")
    return sample(rules, held.population, returned, counting.of(held.counts, PARENTS, "returned"))


def talks(held: Survey) -> Mapping[str, tuple[int, int]]:
    return {one.group: (one.people, one.satisfied) for one in held.talks.all()}

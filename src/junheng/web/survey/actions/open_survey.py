"""Open a survey of a county for a year."""

from datetime import date

from django.conf import settings
from django.db import IntegrityError, transaction

from junheng.policy.survey import BUILT_IN, load_questionnaire
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.evidence.actions.move import person
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.survey.models import Survey
from junheng.web.survey.queries.surveys import counties


def open_survey(
    actor: Actor, code: str, *, year: int, opens: date, closes: date, population: int | None = None
) -> Survey:
    """One survey a county and year. ``population`` are the residents; None says that they are not known.

    The questionnaire is the built-in one or the city's own file (``JUNHENG_QUESTIONNAIRE``).
    """
    county = counties(actor).filter(code=code).first()
    if county is None:
        raise NotAllowed("您不能为这个区县开展调查。", "You may not run a survey for this county.")
    if closes < opens:
        raise Refusal("截止日期早于开始日期。", "It closes before it opens.", status=422)
    source = settings.JUNHENG_QUESTIONNAIRE or BUILT_IN
    load_questionnaire(source)
    held = Survey(
        organisation=county,
        year=year,
        questionnaire=source,
        opens=opens,
        closes=closes,
        population=population,
        made_by_id=person(actor),
    )
    try:
        with transaction.atomic():
            held.save()
            said = {"year": year, "opens": str(opens), "closes": str(closes), "population": population}
            record(actor, "survey.open", f"survey:{held.pk}", path=county.path, after=said)
    except IntegrityError as fault:
        raise Refusal("这个区县本学年已有调查。", "This county has a survey this year already.") from fault
    return held

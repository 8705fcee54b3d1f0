# ruff: noqa: ARG001 - ninja gives every operation its request by that name
"""Released surveys: the tables everybody may see, and whether the sample was large enough."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from junheng.web.api.paging import Page, Window, page
from junheng.web.api.shapes import IdPath, Words, bilingual, words
from junheng.web.api.tables import TableShape, shaped
from junheng.web.survey.models import Survey
from junheng.web.survey.queries import surveys

router = Router(tags=["surveys"])


class SurveyRow(Schema):
    """One survey of one county (or the city) and school year."""

    id: int
    year: int
    organisation: str
    organisation_name: Words
    questionnaire: str
    opens: date
    closes: date


class SurveyFull(SurveyRow):
    """With what was asked and the results, small counts hidden."""

    title: Words
    tables: list[TableShape]


@router.get("/surveys", response=Page[SurveyRow], summary="已公布的调查 / released surveys")
def list_surveys(request: HttpRequest, window: Query[Window]) -> Any:
    """社会认可度调查 / surveys of recognition."""
    return page(request, window, surveys.released(), _row)


@router.get("/surveys/{survey_id}", response=SurveyFull, summary="一次调查的结果 / the results of one survey")
def get_survey(request: HttpRequest, survey_id: IdPath) -> Any:
    """按对象分组，小数值隐去 / by group of people asked, small counts hidden."""
    held = surveys.released_survey(survey_id)
    title = surveys.questionnaire_of(held).title
    return {**_row(held), "title": words(title), "tables": [shaped(one) for one in surveys.tables(held)]}


def _row(one: Survey) -> dict[str, Any]:
    place = one.organisation
    return {
        **{name: getattr(one, name) for name in ("id", "year", "questionnaire", "opens", "closes")},
        "organisation": place.code,
        "organisation_name": bilingual({"zh": place.name, "en": place.name_en or place.name}),
    }

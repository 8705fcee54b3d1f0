"""Closed surveys as the facts table ``surveys`` that the judge reads and form VI prints."""

from typing import Any

import polars as pl

from junheng.facts import Facts, Intake
from junheng.facts.overlay import elsewhere
from junheng.policy.survey import PARENTS
from junheng.web.survey.counting import EVERYONE, of
from junheng.web.survey.models import Survey, SurveyState


def counted_of(year: int) -> Intake:
    """The closed surveys of a year as facts with their provenance: the number of the survey stands for the file."""
    return elsewhere(year, "surveys", social_of(year), "survey", lambda key: survey_number(year, *key))


def survey_number(year: int, county: str, group: str) -> str:
    """What a survey is called in the facts, with the group that was counted: ``满意度调查 2025-410105-all``."""
    return f"满意度调查 {year}-{county}-{group}"


def social_of(year: int) -> pl.DataFrame:
    """Two rows (``all``, ``parents``) for every county whose survey of the year is closed, in the table's shape.

    The sums go into the verdict whole; disclosure control is on the tables that are shown. A county without talks on
    visits has no number there, not 0.
    """
    closed = Survey.objects.everything("the whole year goes into the snapshot").filter(year=year)
    closed = closed.exclude(state=SurveyState.OPEN).select_related("organisation").prefetch_related("talks")
    rows = [_row(one, group) for one in closed for group in (EVERYONE, PARENTS)]
    whole = Facts.of(year, {"surveys": pl.DataFrame(rows, infer_schema_length=None)} if rows else {})
    return whole["surveys"]


def _row(held: Survey, group: str) -> dict[str, Any]:
    talks = [one for one in held.talks.all() if group in {EVERYONE, one.group}]
    return {
        "county_code": held.organisation.code,
        "group": group,
        "questionnaires": of(held.counts, group, "returned"),
        "valid": of(held.counts, group, "valid"),
        "satisfied": of(held.counts, group, "satisfied"),
        "visits": sum(one.people for one in talks) if talks else None,
        "visits_satisfied": sum(one.satisfied for one in talks) if talks else None,
    }

"""How a county's or a school's numbers moved over the published years."""

from collections.abc import Sequence
from typing import Any

from junheng.policy.standard import Standard
from junheng.policy.years import statistics_day
from junheng.publish.rounding import AVERAGE, DISPERSION
from junheng.web.portal.charts.spark import spark
from junheng.web.portal.models import County, School
from junheng.web.portal.words import say, year_name

_NONE: dict[str, Any] = {"dispersion": None, "limit": None, "met": None}
"""A year in which the county had no school of the section."""


def trend_rows(years: Sequence[County], standard: Standard) -> dict[str, Any]:
    """Per section and indicator the dispersion of every year, oldest first, with small columns."""
    held = [{(one["section"], one["indicator"]): one for one in county.indicators} for county in years]
    labels = [year_name(county.edition.year) for county in years]
    rows = []
    for section in standard.sections:
        for indicator in standard.indicators:
            results = [year.get((section, indicator.id), _NONE) for year in held]
            values = [one["dispersion"] for one in results]
            limit = next((one["limit"] for one in reversed(results) if one["limit"] is not None), None)
            title = f"{say(indicator.short)} {section}"
            chart = spark(
                f"s-{section}-{indicator.id}", title, list(zip(labels, values, strict=True)), limit, DISPERSION
            )
            rows.append({"section": section, "indicator": indicator, "results": results, "chart": chart})
    return {"years": years, "rows": rows}


def history_rows(years: Sequence[School], section: str, standard: Standard) -> list[dict[str, Any]]:
    """Per indicator the school's values of every year, oldest first as in the small columns; ``years`` newest first."""
    of_section = [one for one in reversed(years) if one.section == section]
    newest = of_section[-1].county.edition.year
    rules = standard.rules(statistics_day(newest))
    rows = []
    for indicator in standard.indicators:
        name = indicator.threshold.get(section)
        threshold = rules.number(name) if name else None
        cells = [
            {
                "year": one.county.edition.year,
                "slug": one.county.edition.slug,
                "value": one.values.get(indicator.id),
                "mark": one.marks.get(indicator.id, "none"),
            }
            for one in of_section
        ]
        points = [(year_name(one["year"]), one["value"]) for one in cells]
        chart = spark(f"h-{section}-{indicator.id}", say(indicator.short), points, threshold, AVERAGE)
        value = cells[-1]["value"]
        margin = None if threshold is None or value is None else value - threshold
        if margin is not None and indicator.better == "lower":
            margin = -margin
        rows.append({"indicator": indicator, "threshold": threshold, "cells": cells, "chart": chart, "margin": margin})
    return rows

"""Template words of review: states, shares, values as cells say them."""

from typing import Any

from django import template

from junheng.facts.templates.cells import NOT_APPLICABLE, SUPPRESSED
from junheng.publish.rounding import RATIO, shown
from junheng.web.portal.templatetags.portal import number
from junheng.web.portal.words import YEAR, outcome_name
from junheng.web.reporting.wordy import worded
from junheng.web.review import words

register = template.Library()

register.filter("submission_state", words.state_name)
register.filter("round_state", words.round_state_name)
register.filter("correction_state", words.correction_state_name)
register.filter("way_name", words.way_name)
register.filter("deed_name", words.deed_name)
register.filter("outcome", outcome_name)


@register.filter
def cell_value(value: Any, unit: str = "") -> str:
    """A value as its cell says it; nothing reported is a dash. The thousands of a year are not set apart."""
    if value in {NOT_APPLICABLE, SUPPRESSED} or (unit == YEAR and value is not None):
        return str(value)
    return number(worded(value))


@register.filter
def change(by: float | None) -> str:
    """A relative change: ``+12.3%``; nothing where there is none."""
    if by is None:
        return ""
    sign = "+" if by > 0 else "−" if by < 0 else ""
    return f"{sign}{shown(abs(by) * 100, RATIO)}%"

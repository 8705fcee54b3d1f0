"""Template words of reporting: states as coloured words with a sign, moments, the words of steps."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from junheng.policy.text import Text
from junheng.web.portal.words import say
from junheng.web.reporting.board import STATES
from junheng.web.reporting.models import RoundState
from junheng.web.reporting.moves import table
from junheng.web.reporting.wordy import worded

register = template.Library()

register.filter("worded", worded)

ROUND_STATES = {
    RoundState.PLANNED: Text("未开始", "planned"),
    RoundState.OPEN: Text("填报中", "open"),
    RoundState.FROZEN: Text("已截止", "frozen"),
    RoundState.LOCKED: Text("已锁定", "locked"),
}


@register.filter
def state(one: str) -> SafeString:
    """The state of a submission."""
    return format_html('<span class="state {}">{}</span>', one, say(STATES[one]))


@register.filter
def round_state(one: str) -> SafeString:
    return format_html('<span class="state {}">{}</span>', one, say(ROUND_STATES[RoundState(one)]))


@register.filter
def at(moment: datetime | None) -> str:
    """``2025-10-15 18:00`` in the site's time zone."""
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else "—"


@register.filter
def for_input(moment: datetime) -> str:
    """As a field for date and time wants it."""
    return f"{timezone.localtime(moment):%Y-%m-%dT%H:%M}"


@register.filter
def verb_name(verb: str) -> str:
    moves = table().moves
    return say(moves[verb].title) if verb in moves else verb


@register.filter
def cell_value(value: object) -> str:
    """A value of a cell in a table of changes: blank says so."""
    if value is None:
        return _("未报")
    if isinstance(value, float):
        return f"{value:,.4f}".rstrip("0").rstrip(".")
    return _("不适用") if value == "/" else str(worded(value))

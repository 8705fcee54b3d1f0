"""Words of a rotation for templates."""

from collections.abc import Mapping
from typing import Any

from django import template

from junheng.policy.rotation_rules import rotation_parameters
from junheng.web.personnel.listed import STANDINGS, subject_words
from junheng.web.personnel.models import RoundState
from junheng.web.personnel.showing import LOOKS, gap_words, share_words, state_words
from junheng.web.portal.words import say

register = template.Library()
SEEN = 4
"""Characters of an identity number that are shown."""

register.filter("round_state", state_words)
register.filter("share_of", share_words)
register.filter("gap_of", gap_words)


@register.filter
def round_look(state: str) -> str:
    return LOOKS[RoundState(state)]


@register.filter
def standing_words(kind: str) -> str:
    """Whether a teacher is eligible."""
    return say(STANDINGS[kind])


@register.filter
def subject_of(row: Mapping[str, Any]) -> str:
    """The subject of a teacher's row, or that it is a head."""
    return say(subject_words(row)) or "—"


@register.filter
def masked(number: str) -> str:
    """An identity number with all but its end hidden."""
    return f"{'*' * max(0, len(number) - SEEN)}{number[-SEEN:]}"


@register.filter
def counted(value: float | None) -> str:
    """A public count; a hidden one as a star."""
    return "*" if value is None else f"{value:,}"


@register.filter
def points(value: float | None) -> str:
    """Points of the objective."""
    return "—" if value is None else f"{value:,.2f}"


@register.filter
def parameter_title(name: str) -> str:
    """The title of a parameter by its id."""
    return say(rotation_parameters()[name].title)

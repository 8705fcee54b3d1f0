"""Words of the workforce for templates."""

from django import template

from junheng.web.portal.words import say
from junheng.web.workforce.listed_talent import STATES

register = template.Library()
FEN = 100


@register.filter
def yuan(fen: int) -> str:
    """An amount of fen as officials write it."""
    return f"{fen / FEN:,.2f}"


@register.filter
def talent_state(state: str) -> str:
    """How a programme stands beside its target."""
    return say(STATES[state])


@register.filter
def bar(share: float) -> str:
    """The length of a bar of 100, full at the target."""
    return f"{min(share, 1.0) * 100:.1f}"

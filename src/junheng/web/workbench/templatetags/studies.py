"""Words and numbers of studies for templates."""

from django import template

from junheng.web.portal.words import say
from junheng.web.workbench.studied import GOALS

register = template.Library()


@register.filter
def plain0(value: float) -> str:
    """A number without decimals, as fields of forms take it."""
    return f"{value:.0f}"


@register.filter
def plain2(value: float) -> str:
    """A number with two decimals and a point."""
    return f"{value:.2f}"


@register.filter
def grouped(value: float | None) -> str:
    """A count with its thousands apart."""
    return "—" if value is None else f"{value:,.0f}"


@register.filter
def goal(objective: str) -> str:
    """The objective of a siting in words."""
    return say(GOALS[objective])

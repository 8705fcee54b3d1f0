"""Words and numbers of studies for templates."""

from django import template

from junheng.publish.rounding import MISSING
from junheng.web.portal.words import language, say
from junheng.web.workbench.models import Study
from junheng.web.workbench.studied import GOALS, title_of

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
def study_title(study: Study) -> str:
    """What a study is called on the page."""
    return title_of(study)


@register.filter
def money(yuan: float | None) -> str:
    """A large amount as officials say it: 亿元, in English million yuan."""
    if yuan is None:
        return MISSING
    return f"{yuan / 1e6:,.1f} million yuan" if language() == "en" else f"{yuan / 1e8:,.2f} 亿元"


@register.filter
def goal(objective: str) -> str:
    """The objective of a siting in words."""
    return say(GOALS[objective])

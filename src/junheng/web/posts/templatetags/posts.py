"""Words of posts for templates."""

from django import template
from django.utils.translation import gettext as _

from junheng.web.portal.words import say
from junheng.web.posts.given import parameters
from junheng.web.posts.showing import LOOKS, decision_title, kind_words, state_words

register = template.Library()
register.filter("decision_state", state_words)
register.filter("decision_kind", kind_words)
register.filter("decision_name", decision_title)


@register.filter
def decision_look(state: str) -> str:
    return LOOKS[state]


@register.filter
def whole(value: float | None) -> str:
    """A count; unknown is a dash."""
    return f"{value:,.0f}" if isinstance(value, int | float) else "—"


@register.filter
def own_words(text: str) -> str:
    """A word of the form in the language of the page."""
    return _(text)


@register.filter
def number_title(name: str) -> str:
    """The title of a number that was filled in."""
    held = parameters().get(name)
    return say(held.title) if held else name

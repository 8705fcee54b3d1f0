"""Words and numbers of the cheapest plans for templates."""

from collections.abc import Iterable, Mapping

from django import template
from django.urls import reverse

from junheng.policy.text import Text
from junheng.publish.rounding import shown
from junheng.web.portal.words import listed, say
from junheng.web.workbench.remedy.figures import money
from junheng.web.workbench.remedy.prices import Slot

register = template.Library()


@register.filter
def yuan(amount: float | None) -> str:
    """An amount as officials say it."""
    return say(money(amount))


@register.filter
def exact(amount: float | None) -> str:
    """A unit cost with as many decimals as it has."""
    if amount is None:
        return "—"
    return shown(amount, 0 if amount == int(amount) else 2, thousands=True)


@register.filter
def field(amount: float | None) -> str:
    """A number as fields of forms take it."""
    return "" if amount is None else f"{amount:.2f}".rstrip("0").rstrip(".")


@register.filter
def titles(slots: Iterable[Slot]) -> str:
    """What is priced, listed by title."""
    return listed(say(one.title) for one in slots)


@register.filter
def named(ids: Iterable[str], words: Mapping[str, Text]) -> str:
    """Indicators, listed by title."""
    return listed(say(words[one]) for one in ids)


@register.simple_tag
def question_url(what: str, study_id: int) -> str:
    """The address of a further question to a study."""
    return reverse(f"remedy-{what}", args=[study_id])


@register.filter
def percent(share: float) -> str:
    """A share as percent without decimals."""
    return f"{shown(100 * share, 0)}%"


@register.filter
def times(level: float) -> str:
    """A multiple with two decimals."""
    return shown(level, 2)


@register.filter
def more(amount: float) -> str:
    """How much more, with its sign."""
    return f"+{shown(amount, 0, thousands=True)}"


@register.filter
def spaced(amounts: Iterable[float]) -> str:
    """Amounts as the field of several years takes them; one that is the same in all years once."""
    held = [field(one) for one in amounts]
    return held[0] if len(set(held)) == 1 else " ".join(held)

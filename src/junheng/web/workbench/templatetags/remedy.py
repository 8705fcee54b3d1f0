"""Words and numbers of the cheapest plans for templates."""

from collections.abc import Iterable, Mapping

from django import template

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

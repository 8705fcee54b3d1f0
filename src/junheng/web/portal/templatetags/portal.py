"""Filters of the portal's templates: texts in the page's language, numbers as the official forms print them."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from junheng.policy.text import Text
from junheng.publish.rounding import AVERAGE, DISPERSION, MISSING, RATIO, rounded, shown
from junheng.web.portal import words
from junheng.web.portal.heat import MARKS
from junheng.web.portal.law import standard_name

MEAN_SIGN = "X\u0304"

register = template.Library()

register.filter("section_name", words.section_name)
register.filter("own_name", words.own_name)
register.filter("state_name", words.state_name)
register.filter("domain_name", words.domain_name)
register.filter("year_name", words.year_name)
register.filter("unit_name", words.unit_name)
register.filter("standard_name", standard_name)
register.filter("cell_unit", words.cell_unit)


@register.filter
def say(text: Text | Mapping[str, str] | str | None) -> str:
    return words.say(text)


@register.filter
def average(value: float | None) -> str:
    return shown(value, AVERAGE, thousands=True)


@register.filter
def dispersion(value: float | None) -> str:
    return shown(value, DISPERSION)


@register.filter
def signed(value: float | None, decimals: int = DISPERSION) -> str:
    """A margin: ``+0.120`` on the good side, ``−0.031`` on the other; never rounded to nothing."""
    if value is None:
        return MISSING
    while value and not rounded(value, decimals):
        decimals += 1
    return ("+" if value >= 0 else "−") + shown(abs(value), decimals, thousands=True)


@register.filter
def number(value: Any) -> str:
    """A reported number as written: whole numbers without decimals, others with two."""
    if value is None or isinstance(value, str | bool):
        return MISSING if value is None else str(value)
    return shown(value, 0 if float(value).is_integer() else AVERAGE, thousands=True)


@register.filter
def measured_value(measured: Mapping[str, Any]) -> str:
    """A measured number of an item: shares as officials write them, with more digits where rounding would deceive."""
    value, threshold = measured["value"], (measured["threshold"] or {}).get("value")
    if measured["unit"] != "%" or value is None:
        return number(value)
    decimals = RATIO
    while threshold not in {None, value} and rounded(value, decimals) == rounded(threshold, decimals):
        decimals += 1
    return shown(value, decimals)


@register.filter
def school_counts(counts: Mapping[str, int]) -> str:
    return _("%(of)s 校：达标 %(met)s · 未达标 %(not_met)s · 未评定 %(not_judged)s") % counts


@register.filter
def plain_number(value: float | None) -> str:
    """A threshold as the law writes it: no trailing zeros."""
    return MISSING if value is None else f"{value:,.4f}".rstrip("0").rstrip(".")


@register.filter
def overline(text: str) -> SafeString:
    """Text in which the bar of X̄ is drawn by the style sheet, above the letter in every font."""
    drawn = format_html('<span role="img" aria-label="{}" data-over>X</span>', MEAN_SIGN)
    return format_html_join(drawn, "{}", ((part,) for part in str(text).split(MEAN_SIGN)))


@register.filter
def take(held: Mapping[Any, Any], key: Any) -> Any:
    return held.get(key)


@register.filter
def badge(state: str) -> SafeString:
    """The state as a coloured word with its sign."""
    return format_html(
        '<span class="badge {}"><span aria-hidden="true">{}</span> {}</span>',
        state,
        words.SYMBOLS[state],
        words.state_name(state),
    )


@register.filter
def item_badge(item: Mapping[str, Any]) -> SafeString:
    """The state of an item; one judged by evidence says how it was judged."""
    look, evidence = words.item_look(item), item["state"] == "by_evidence"
    name = words.veto_name(look) if item["item"]["domain"] == "veto" else words.state_name(look)
    return format_html(
        '<span class="badge {}"><span aria-hidden="true">{}</span> {}{}</span>',
        look,
        words.SYMBOLS["by_evidence" if evidence else look],
        f"{words.state_name('by_evidence')} · " if evidence else "",
        name,
    )


@register.filter
def look(met: bool | None) -> str:
    """The name of a state: ``met``, ``not_met``, ``not_judged``."""
    return words.LOOKS[met]


@register.filter
def met_badge(met: bool | None) -> SafeString:
    return badge(words.LOOKS[met])


@register.simple_tag(takes_context=True)
def sort_link(context: template.Context, by: str, label: str) -> SafeString:
    """The heading of a sortable column: a link that sorts by it, the other way round when it already does."""
    query = context["request"].GET.copy()
    now = query.get("sort", "")
    query["sort"] = f"-{by}" if now == by else by
    arrow = {by: " ▲", f"-{by}": " ▼"}.get(now, "")
    return format_html('<a class="sort" href="?{}#schools">{}{}</a>', query.urlencode(), label, arrow)


@register.simple_tag(takes_context=True)
def page_link(context: template.Context, number: int) -> str:
    """The address of another page of the same list."""
    query = context["request"].GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"


@register.filter
def mark_sign(mark: str) -> SafeString:
    """The sign beside a value that is not met."""
    sign = MARKS[mark]
    return format_html("<i>{}</i>", sign) if sign else SafeString("")

"""Filters that write the law out: formulas, thresholds, dated values, commitments."""

from collections.abc import Mapping
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from junheng.policy.articles import Commitment
from junheng.policy.parameters import Value
from junheng.policy.standard import Indicator, Ratio, Standard
from junheng.web.portal import words
from junheng.web.portal.formulas import formula as formula_of

register = template.Library()

register.filter("confidence_name", words.confidence_name)
register.filter("kind_name", words.kind_name)
register.filter("outcome_name", words.outcome_name)
register.filter("file_kind_name", words.file_kind_name)


@register.filter
def formula(one: Indicator | Ratio) -> str:
    return formula_of(one)


@register.filter
def law_value(value: Value) -> str:
    """A dated value as written; one that is not known says so."""
    if value is None:
        return _("未知")
    if isinstance(value, bool):
        return _("是") if value else _("否")
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def grouped(amount: Decimal) -> str:
    """An amount with commas between thousands where English reads them."""
    return f"{amount.normalize():,f}" if words.language() == "en" else law_value(amount)


@register.filter
def parameter_value(standard: Standard, names: Mapping[str, str]) -> dict[str, str]:
    """The latest value of each section's parameter."""
    return {section: law_value(standard.parameters[name].values[-1].value) for section, name in names.items()}


@register.filter
def coverage(status: str) -> SafeString:
    return format_html('<span class="badge {}">{}</span>', status, words.coverage_name(status))


@register.filter
def article_number(id_: str) -> str:
    """``art-07`` → 第7条; a sentence on the housing fund has a plain number."""
    kind, number = id_.split("-", 1)
    if not number.isdecimal():
        return id_
    return _("第%(n)d条") % {"n": int(number)} if kind == "art" else str(int(number))


@register.filter
def promise(one: Commitment) -> str:
    """A commitment's amount as the document means it."""
    amount = "" if one.amount is None else f"{grouped(one.amount)} {words.amount_unit(one.unit)}".strip()
    if "%(amount)s" in words.relation_name(one.relation) and not amount:
        return _("未给出数量")
    return words.relation_name(one.relation) % {"amount": amount}

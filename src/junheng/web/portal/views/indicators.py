"""The indicator dictionary: every indicator and item with its formula, thresholds, dates and sources."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from junheng.policy.parameters import Confidence, Parameter
from junheng.policy.standard import Indicator, Item, Standard
from junheng.policy.text import Text
from junheng.publish.table import Table
from junheng.web.accounts.access import public
from junheng.web.portal import datasets, queries
from junheng.web.portal.delivery import dated
from junheng.web.portal.law import DEFAULT, standard_of
from junheng.web.portal.models import Edition
from junheng.web.portal.summary import DOMAINS
from junheng.web.portal.tables import offer, table_response
from junheng.web.portal.words import domain_name, say


@public
@require_safe
def indicators(request: HttpRequest) -> HttpResponse:
    published = queries.editions()
    standard = _standard(published)
    return dated(
        render(
            request,
            "portal/indicators.html",
            {
                "editions": published,
                "standard": standard,
                "domains": [
                    {
                        "id": domain,
                        "name": domain_name(domain),
                        "items": [i for i in standard.items if i.domain == domain],
                    }
                    for domain in DOMAINS
                ],
                "unknown": [one for one in standard.parameters.values() if one.confidence is Confidence.UNKNOWN],
                "rest": _rest(standard),
            },
        ),
        published,
    )


@public
@require_safe
def indicator(request: HttpRequest, id_: str) -> HttpResponse:
    published = queries.editions()
    standard = _standard(published)
    found = next((one for one in _all(standard) if one.id == id_), None)
    if found is None:
        raise Http404
    context: dict[str, Any] = {
        "editions": published,
        "standard": standard,
        "one": found,
        "is_item": isinstance(found, Item),
        "parameters": [standard.parameters[name] for name in used_by(found, standard)],
        "specials": [one for one in standard.special_cases if one.indicator == id_],
        "edition": published[0] if published else None,
    }
    if published:
        table = of_counties(published[0], standard, found)
        if (file := table_response(request, table, f"{found.id} {say(table.title)} {published[0].slug}")) is not None:
            return file
        context["offer"] = offer(request, table)
    return dated(render(request, "portal/indicator.html", context), published)


def of_counties(edition: Edition, standard: Standard, one: Indicator | Item) -> Table:
    """How every county stands on one indicator or item in one edition."""
    pairs = [(county, ()) for county in queries.whole_counties(edition)]
    if isinstance(one, Item):
        made = datasets.items(edition, standard, pairs, one.id)
        kept = [each.id for each in made.columns if each.id not in {"item", "domain", "title"}]
    else:
        made = datasets.indicators(edition, standard, pairs, one.id)
        kept = [each.id for each in made.columns if each.id not in {"indicator", "indicator_title", "unit"}]
    words = Text(f"{one.title.zh}：各区县（开发区）", f"{one.title.en}: counties and zones")
    return replace(made.keeping(kept), title=words)


def _all(standard: Standard) -> list[Indicator | Item]:
    return [*standard.indicators, *standard.items]


def used_by(one: Indicator | Item, standard: Standard) -> list[str]:
    """The names of the parameters an indicator or item is held against."""
    if isinstance(one, Item):
        names = [*(one.uses or {}).values(), *(ratio.parameter for ratio in one.ratios)]
    else:
        specials = [case for case in standard.special_cases if case.indicator == one.id]
        relief = [name for case in specials for name in (case.enabled, case.until)]
        names = [*one.threshold.values(), *one.limit.values(), *relief]
    return [name for name in dict.fromkeys(names) if name in standard.parameters]


def _rest(standard: Standard) -> list[Parameter]:
    """Parameters of the rules as a whole: school rule, splitting, scope."""
    used = {name for one in _all(standard) for name in used_by(one, standard)}
    return [one for name, one in standard.parameters.items() if name not in used]


def _standard(published: list[Edition]) -> Standard:
    return standard_of(published[0].standard if published else DEFAULT)

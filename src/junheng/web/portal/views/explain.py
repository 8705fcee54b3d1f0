"""Why a number is what it is: the pages of explanation, from the county's dispersion to the workbook cell."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from junheng.balance.model import Explanation, FactRef
from junheng.policy.standard import Standard
from junheng.web.portal import proof, queries
from junheng.web.portal.law import standard_of
from junheng.web.portal.models import Edition
from junheng.web.portal.tree import LinkOf, shape
from junheng.web.portal.words import say

Why = Callable[[proof.Proof], Explanation]


@require_safe
def explain_mean_page(request: HttpRequest, year: int, code: str, section: str, indicator: str) -> HttpResponse:
    """Mean and dispersion of one indicator over one section of a county, with what each school adds."""
    published = queries.editions()
    edition = queries.edition_of(published, year)
    county = queries.county(edition, code)
    standard = _known(edition, section, indicator)
    tree = _tree(
        edition, lambda held: proof.why_mean(held, code, section, indicator), _value_link(year, section, indicator)
    )
    title = say(standard.indicator(indicator).title)
    return _page(
        request,
        published,
        edition=edition,
        county=county,
        section=section,
        heading=_("%(indicator)s：平均值与差异系数") % {"indicator": title},
        crumb=say(standard.indicator(indicator).short),
        tree=tree,
    )


@require_safe
def explain_value_page(request: HttpRequest, year: int, code: str, section: str, indicator: str) -> HttpResponse:
    """One value of one school, down to its cells."""
    published = queries.editions()
    edition = queries.edition_of(published, year)
    standard = _known(edition, section, indicator)
    school = queries.school(edition, code, section)
    county = school.county
    tree = _tree(edition, lambda held: proof.why_value(held, county.code, code, section, indicator), lambda _fact: None)
    return _page(
        request,
        published,
        edition=edition,
        county=county,
        school=school,
        section=section,
        heading=say(standard.indicator(indicator).title),
        crumb=say(standard.indicator(indicator).short),
        tree=tree,
    )


@require_safe
def explain_item_page(request: HttpRequest, year: int, code: str, item: str) -> HttpResponse:
    """One item of the government, quality, social or veto domain."""
    published = queries.editions()
    edition = queries.edition_of(published, year)
    county = queries.county(edition, code)
    found = next((one for one in standard_of(edition.standard).items if one.id == item), None)
    if found is None:
        raise Http404
    tree = _tree(edition, lambda held: proof.why_item(held, code, item), _school_link)
    return _page(request, published, edition=edition, county=county, heading=say(found.title), crumb=item, tree=tree)


def _known(edition: Edition, section: str, indicator: str) -> Standard:
    """The edition's standard, once it is sure that it has this section and indicator."""
    standard = standard_of(edition.standard)
    if section not in standard.sections or indicator not in {one.id for one in standard.indicators}:
        raise Http404
    return standard


def _tree(edition: Edition, why: Why, link_of: LinkOf) -> dict[str, Any] | None:
    held = proof.proof_of(edition)
    if held is None:
        return None
    try:
        return shape(why(held), held.cells, link_of)
    except LookupError as missing:
        raise Http404 from missing


def _value_link(year: int, section: str, indicator: str) -> LinkOf:
    return lambda fact: reverse("value", args=[year, fact.code, section, indicator])


def _school_link(fact: FactRef) -> str | None:
    return reverse("school", args=[fact.code]) if len(fact.code) == SCHOOL_CODE else None


SCHOOL_CODE = 10
"""Digits of a school's code; facts of a county carry the county's code."""


def _page(request: HttpRequest, published: list[Edition], **context: Any) -> HttpResponse:
    standard = standard_of(context["edition"].standard)
    return render(request, "portal/explain.html", {"editions": published, "standard": standard, **context})

"""Why a number is what it is: the pages of explanation, from the county's dispersion to the workbook cell."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from junheng.balance.model import Explanation
from junheng.policy.standard import Standard
from junheng.web.accounts.access import public
from junheng.web.portal import proof, queries
from junheng.web.portal.delivery import dated
from junheng.web.portal.law import standard_of
from junheng.web.portal.models import County, Edition
from junheng.web.portal.readers import proof_for, sees_all
from junheng.web.portal.slugs import Which
from junheng.web.portal.tree import LinkOf, school_of, shape
from junheng.web.portal.words import say

Why = Callable[[proof.Proof], Explanation]


@public
@require_safe
def explain_mean_page(request: HttpRequest, which: Which, code: str, section: str, indicator: str) -> HttpResponse:
    """Mean and dispersion of one indicator over one section of a county, with what each school adds."""
    published = queries.editions()
    edition = queries.edition_of(published, which)
    county = queries.county(edition, code)
    standard = _known(edition, section, indicator)
    secret = _secret(county, section, indicator) and not sees_all(request, code)
    held = None if secret else proof_for(request, edition, code)
    tree = _tree(
        held, lambda one: proof.why_mean(one, code, section, indicator), _value_link(edition, section, indicator)
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
        secret=secret,
    )


@public
@require_safe
def explain_value_page(request: HttpRequest, which: Which, code: str, section: str, indicator: str) -> HttpResponse:
    """One value of one school, down to its cells."""
    published = queries.editions()
    edition = queries.edition_of(published, which)
    standard = _known(edition, section, indicator)
    school = queries.school(edition, code, section)
    county = school.county
    secret = school.suppressed and not sees_all(request, county.code)
    held = None if secret else proof_for(request, edition, county.code)
    tree = _tree(held, lambda one: proof.why_value(one, county.code, code, section, indicator), lambda _fact: None)
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
        secret=secret,
    )


@public
@require_safe
def explain_item_page(
    request: HttpRequest, which: Which, code: str, item: str, school: str | None = None
) -> HttpResponse:
    """One item of the government, quality, social or veto domain; with a school, what it says of that school."""
    published = queries.editions()
    edition = queries.edition_of(published, which)
    county = queries.county(edition, code)
    found = next((one for one in standard_of(edition.standard).items if one.id == item), None)
    if found is None:
        raise Http404
    stored = next((one["summary"] for one in county.detail["items"] if one["item"]["id"] == item), None)

    def why(held: proof.Proof) -> Explanation:
        tree = proof.why_item(held, code, item)
        return _of(replace(tree, value=say(stored)) if stored else tree, school)

    tree = _tree(proof_for(request, edition, code), why, _item_link(edition, code, item))
    return _page(request, published, edition=edition, county=county, heading=say(found.title), crumb=item, tree=tree)


def _of(tree: Explanation, school: str | None) -> Explanation:
    """The tree, or the part of it that is about one school. LookupError when there is none."""
    if school is None:
        return tree
    about = ((child, school_of(child)) for child in tree.children)
    found = next((child for child, fact in about if fact is not None and fact.code == school), None)
    if found is None:
        raise LookupError(school)
    return found


def _known(edition: Edition, section: str, indicator: str) -> Standard:
    """The edition's standard, once it is sure that it has this section and indicator."""
    standard = standard_of(edition.standard)
    if section not in standard.sections or indicator not in {one.id for one in standard.indicators}:
        raise Http404
    return standard


def _secret(county: County, section: str, indicator: str) -> bool:
    """Whether the mean of a section is hidden from the public."""
    held = ((one["section"], one["indicator"], one.get("suppressed", False)) for one in county.indicators)
    return (section, indicator, True) in held


def _tree(held: proof.Proof | None, why: Why, link_of: LinkOf) -> dict[str, Any] | None:
    if held is None:
        return None
    try:
        tree = why(held)
    except LookupError as missing:
        raise Http404 from missing
    return shape(tree, held.cells(tree), link_of)


def _value_link(edition: Edition, section: str, indicator: str) -> LinkOf:
    return lambda fact: reverse("value", args=[edition, fact.code, section, indicator])


def _item_link(edition: Edition, county: str, item: str) -> LinkOf:
    return lambda fact: reverse("item-school", args=[edition, county, item, fact.code])


def _page(request: HttpRequest, published: list[Edition], **context: Any) -> HttpResponse:
    standard = standard_of(context["edition"].standard)
    return dated(
        render(request, "portal/explain.html", {"editions": published, "standard": standard, **context}), published
    )

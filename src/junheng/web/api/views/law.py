# ruff: noqa: ARG001 - ninja gives every operation its request by that name
"""Standards: indicators, items and every dated number with its source, on any day."""

from datetime import date
from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router, Schema

from junheng.policy import Indicator, Item, Parameter, Standard, standards
from junheng.policy.parameters import Value
from junheng.web.api.shapes import NamePath, Words, words
from junheng.web.portal.law import standard_of
from junheng.web.portal.views.indicators import used_by

router = Router(tags=["standards"])


class OnDay(Schema):
    """The day whose law is asked for; without one, every value since the beginning is told and none is in force."""

    on: Annotated[date | None, Field(description="按哪一天的规定 / the day whose law applies")] = None


class DatedValue(Schema):
    """One value and the day from which it holds; null: not known."""

    since: date
    value: float | bool | str | None


class ParameterRow(Schema):
    """One number of the law. ``in_force`` is the value on the day asked for."""

    id: str
    title: Words
    unit: str
    cite: str
    confidence: str
    values: list[DatedValue]
    in_force: DatedValue | None
    inert: str | None


class StandardRow(Schema):
    id: str
    title: Words
    number: str
    since: date
    cite: str
    sections: list[str]
    indicators: list[str]
    items: list[str]


class IndicatorRow(Schema):
    """``per * numerator / denominator``; ``threshold`` and ``limit`` name the parameter of each section."""

    id: str
    title: Words
    short: Words
    numerator: dict[str, float]
    denominator: dict[str, float]
    weight: str | None
    per: float
    unit: str
    decimals: int
    better: str
    threshold: dict[str, str]
    limit: dict[str, str]
    parameters: list[ParameterRow]


class ItemRow(Schema):
    """One line of the government, quality, social or veto domain."""

    id: str
    number: int
    domain: str
    title: Words
    level: str
    kind: str
    cite: str
    note: Words | None
    parameters: list[ParameterRow]


@router.get("", response=list[StandardRow], summary="评价标准 / the standards")
def list_standards(request: HttpRequest) -> Any:
    """内置标准 / those that come with the program."""
    return [_standard(standard_of(name)) for name in standards()]


@router.get("/{standard}", response=StandardRow, summary="一个标准 / one standard")
def get_standard(request: HttpRequest, standard: NamePath) -> Any:
    """标准概况 / what it is made of."""
    return _standard(_known(standard))


@router.get("/{standard}/indicators", response=list[IndicatorRow], summary="指标 / its indicators")
def list_indicators(request: HttpRequest, standard: NamePath, day: Query[OnDay]) -> Any:
    """公式、标准值、出处 / formulas, thresholds, sources."""
    held = _known(standard)
    return [_indicator(one, held, day.on) for one in held.indicators]


@router.get("/{standard}/indicators/{indicator}", response=IndicatorRow, summary="一个指标 / one indicator")
def get_indicator(request: HttpRequest, standard: NamePath, indicator: NamePath, day: Query[OnDay]) -> Any:
    """公式、各学段标准值及其日期 / its formula, the thresholds of each section and since when."""
    held = _known(standard)
    return _indicator(_one(held.indicators, indicator), held, day.on)


@router.get("/{standard}/items", response=list[ItemRow], summary="评估项目 / its items")
def list_items(request: HttpRequest, standard: NamePath, day: Query[OnDay]) -> Any:
    """政府保障、教育质量、社会认可、一票否决 / government, quality, social, veto."""
    held = _known(standard)
    return [_item(one, held, day.on) for one in held.items]


@router.get("/{standard}/items/{item}", response=ItemRow, summary="一个项目 / one item")
def get_item(request: HttpRequest, standard: NamePath, item: NamePath, day: Query[OnDay]) -> Any:
    """要求与出处 / what it asks and where that is written."""
    held = _known(standard)
    return _item(_one(held.items, item), held, day.on)


@router.get("/{standard}/parameters", response=list[ParameterRow], summary="全部参数 / all its parameters")
def list_parameters(request: HttpRequest, standard: NamePath, day: Query[OnDay]) -> Any:
    """每个数字：日期、单位、出处、把握 / every number: dates, unit, source, confidence."""
    return [_parameter(one, day.on) for one in _known(standard).parameters.values()]


def _known(id_: str) -> Standard:
    if id_ not in standards():
        raise Http404
    return standard_of(id_)


def _one(held: Any, id_: str) -> Any:
    found = next((one for one in held if one.id == id_), None)
    if found is None:
        raise Http404
    return found


def _standard(one: Standard) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": words(one.title),
        "number": one.number,
        "since": one.since,
        "cite": one.cite,
        "sections": one.sections,
        "indicators": [held.id for held in one.indicators],
        "items": [held.id for held in one.items],
    }


def _indicator(one: Indicator, standard: Standard, on: date | None) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("id", "weight", "per", "unit", "decimals", "better")},
        **{name: dict(getattr(one, name)) for name in ("numerator", "denominator", "threshold", "limit")},
        "title": words(one.title),
        "short": words(one.short),
        "parameters": _parameters(one, standard, on),
    }


def _item(one: Item, standard: Standard, on: date | None) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("id", "number", "domain", "level", "kind", "cite")},
        "title": words(one.title),
        "note": words(one.note) if one.note else None,
        "parameters": _parameters(one, standard, on),
    }


def _parameters(one: Indicator | Item, standard: Standard, on: date | None) -> list[dict[str, Any]]:
    return [_parameter(standard.parameters[name], on) for name in used_by(one, standard)]


def _parameter(one: Parameter, on: date | None) -> dict[str, Any]:
    held = one.on(on) if on else None
    return {
        "id": one.id,
        "title": words(one.title),
        "unit": one.unit,
        "cite": one.cite,
        "confidence": one.confidence.value,
        "values": [_dated(dated.since, dated.value) for dated in one.values],
        "in_force": _dated(held.since, held.value) if held else None,
        "inert": one.inert,
    }


def _dated(since: date, value: Value) -> dict[str, Any]:
    return {"since": since, "value": value if value is None or isinstance(value, bool | str) else float(value)}

"""A city's verdict as JSON: the flat contract by county and section, and the whole verdict by county."""

from typing import Any

from junheng.balance.model import CityVerdict, CountyVerdict, Failing, ItemResult, SchoolResult, Threshold
from junheng.policy.text import Text


def city_to_dict(city: CityVerdict) -> dict[str, Any]:
    """``counties`` is what ``Evaluation.to_dict`` gives for a flat table; ``verdicts`` has domains, items and words."""
    return {
        "standard": city.standard.id,
        "year": city.year,
        "snapshot": city.snapshot,
        "counties": [
            _section(city, county, section)
            for county in city.counties
            for section in city.standard.sections
            if any(one.section == section for one in county.indicators)
        ],
        "verdicts": [_verdict(county) for county in city.counties],
    }


def _section(city: CityVerdict, county: CountyVerdict, section: str) -> dict[str, Any]:
    return {
        "county_code": county.county_code,
        "county": county.county.zh,
        "section": section,
        "year": city.year,
        "indicators": [
            {
                "id": one.indicator,
                "mean": one.mean,
                "dispersion": one.dispersion,
                "limit": one.limit,
                "met": one.met,
                "schools": one.schools,
                "missing": one.missing,
            }
            for one in county.indicators
            if one.section == section
        ],
        "schools": [_school(one) for one in county.schools if one.section == section],
        "passes": county.sections[section],
    }


def _school(one: SchoolResult) -> dict[str, Any]:
    return {
        "school_code": one.school_code,
        "school_name": one.school_name,
        "pupils": one.pupils,
        "values": dict(one.values),
        "met": one.met_count,
        "passes": one.passes,
        "reasons": [reason.zh for reason in one.reasons],
        "reasons_en": [reason.en for reason in one.reasons],
    }


def _verdict(county: CountyVerdict) -> dict[str, Any]:
    return {
        "county_code": county.county_code,
        "county": _text(county.county),
        "year": county.year,
        "state": str(county.state),
        "domains": {domain: str(state) for domain, state in county.domains.items()},
        "items": [_item(one) for one in county.items],
        "reasons": [_text(one) for one in county.reasons],
        "missing": [_text(one) for one in county.missing],
        "left_out": [_failing(one) for one in county.left_out],
        "unreported": [_failing(one) for one in county.unreported],
    }


def _item(one: ItemResult) -> dict[str, Any]:
    return {
        "id": one.item.id,
        "state": str(one.state),
        "ok": one.ok,
        "summary": _text(one.summary),
        "measured": [
            {
                "id": held.id,
                "value": held.value,
                "unit": held.unit,
                "met": held.met,
                "threshold": _threshold(held.threshold),
            }
            for held in one.measured
        ],
        "figures": dict(one.figures),
        "failing": [_failing(held) for held in one.failing],
        "missing": [_text(held) for held in one.missing],
        "by_school": dict(one.by_school),
    }


def _threshold(held: Threshold | None) -> dict[str, Any] | None:
    if held is None:
        return None
    since = held.since.isoformat() if held.since else None
    return {"parameter": held.parameter, "value": held.value, "unit": held.unit, "since": since, "cite": held.cite}


def _failing(one: Failing) -> dict[str, Any]:
    return {"code": one.code, "name": one.name, "why": _text(one.why)}


def _text(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}

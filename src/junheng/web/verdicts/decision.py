"""What a verdict decides, as plain data: from a judgement or from what was published, and what differs between two."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from junheng.balance.model import CountyVerdict
from junheng.policy.standard import Standard
from junheng.web.portal.models import County
from junheng.web.portal.plain import plain
from junheng.web.portal.summary import summary

Decision = dict[str, Any]
MEASURED = ("mean", "dispersion", "limit")


def of_verdict(one: CountyVerdict, standard: Standard) -> Decision:
    """The decision of a judgement, before it is published."""
    return _decision(
        plain(one.county),
        (str(one.state), str(one.resources)),
        summary(one, standard.sections),
        plain(one.indicators),
        ((item.item.id, str(item.state), item.ok) for item in one.items),
    )


def of_county(one: County) -> Decision:
    """The decision as it was published."""
    items = ((held["item"]["id"], held["state"], held["ok"]) for held in one.detail["items"])
    return _decision(one.name, (one.state, one.resources), one.summary, one.indicators, items)


def _decision(
    name: Any, states: tuple[str, str], told: Mapping[str, Any], indicators: Iterable[Any], items: Iterable[Any]
) -> Decision:
    return {
        "county": name,
        "state": states[0],
        "resources": states[1],
        "domains": {id_: one["state"] for id_, one in told["domains"].items()},
        "schools": told["sections"],
        "indicators": [_indicator(one) for one in indicators],
        "items": [{"id": id_, "state": state, "ok": ok} for id_, state, ok in items],
        "reasons": told["reasons"],
    }


def _indicator(one: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: one[name] for name in ("indicator", "section", "met", "schools", "missing")}
    return {**kept, **{name: decimal(one[name]) for name in MEASURED}}


def decimal(value: float | None) -> str | None:
    """A measured number in full precision, as text."""
    return None if value is None else repr(float(value))


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What two decisions on one county decide otherwise: state, resources, domains, indicators, items.

    Each names ``what`` it is, its ``id`` (and ``section``), how it stood ``before`` and how it stands ``after``.
    """
    return [
        {"what": what, "id": id_, "section": section, "before": held.get(key), "after": now}
        for what in ("state", "resources", "domain", "indicator", "item")
        for held in [dict(_standing(before, what))]
        for key, now in _standing(after, what)
        for id_, section in [key]
        if held.get(key) != now
    ]


def _standing(held: Mapping[str, Any], what: str) -> Iterator[tuple[tuple[str, str], str]]:
    if what in {"state", "resources"}:
        yield ("", ""), held[what]
    elif what == "domain":
        yield from (((id_, ""), state) for id_, state in held["domains"].items())
    elif what == "indicator":
        yield from (((one["indicator"], one["section"]), look(one["met"])) for one in held["indicators"])
    else:
        yield from (((one["id"], ""), look(one["ok"])) for one in held["items"])


def look(met: bool | None) -> str:
    return {True: "met", False: "not_met", None: "not_judged"}[met]

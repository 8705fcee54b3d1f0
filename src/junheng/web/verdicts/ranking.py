"""Progress of the counties from one published school year to the next, measure by measure.

Nothing is weighted into one figure. A rank goes by one measure, or by all of them in a stated order: the next decides
only between counties that are equal in the ones before. Only what was judged in both years is compared.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any

from junheng.policy.text import Text
from junheng.web.portal.models import County

DIGITS = 9
"""Decimals beyond which two changes are the same."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One way to measure progress; more is better."""

    id: str
    title: Text
    unit: str
    decimals: int
    meaning: Text


@dataclass(frozen=True, slots=True)
class Change:
    """One measure of one county in both years."""

    before: float
    now: float

    @property
    def by(self) -> float:
        return round(self.now - self.before, DIGITS)


@dataclass(frozen=True, slots=True)
class Progress:
    """One county: its state this year, its changes (None: cannot be compared), its rank or why it has none."""

    code: str
    name: Mapping[str, str]
    state: str
    changes: Mapping[str, Change | None] = field(default_factory=dict)
    rank: int | None = None
    why: Text | None = None


MEASURES = (
    Measure(
        "dispersions",
        Text("差异系数达标项", "Dispersions met"),
        "项",
        0,
        Text(
            "两年都已评定的差异系数中，不超过上限的项数。",
            "Of the dispersions judged in both years, those within the limit.",
        ),
    ),
    Measure(
        "distance",
        Text("差异系数余量均值", "Mean margin of dispersions"),
        "系数",
        3,
        Text(
            "两年都能计算的各项：上限减差异系数，取平均；越大越均衡。",
            "Limit less dispersion, averaged over those known in both years; more is more balanced.",
        ),
    ),
    Measure(
        "schools",
        Text("达标学校占比", "Share of schools that pass"),
        "%",
        1,
        Text(
            "已评定的学校中达标的比例；未评定的学校不计入。", "Of the schools judged; schools not judged do not count."
        ),
    ),
    Measure(
        "items",
        Text("条目达标数", "Items met"),
        "项",
        0,
        Text("两年都已评定的条目中，达标的数目。", "Of the items judged in both years, those that are met."),
    ),
)
ORDER = "order"
"""The rank by all measures, one after the other."""


def progress(before: Iterable[County], now: Iterable[County], by: str = ORDER) -> list[Progress]:
    """Every county of this year, ranked ones first; equal ones share a rank. ``by`` is a measure's id or ``ORDER``."""
    earlier = {one.code: one for one in before}
    found = [_compared(earlier.get(one.code), one) for one in now]
    chosen = [one.id for one in MEASURES] if by == ORDER else [by]
    return _ranked(found, chosen)


def _compared(before: County | None, now: County) -> Progress:
    held = (now.code, now.name, now.state)
    if before is None:
        return Progress(*held, why=Text("前次未发布", "not published before"))
    changes = {id_: measure(before, now) for id_, measure in _MEASURED.items()}
    if now.state == "not_judged":
        return Progress(*held, changes, why=Text("本次未评定", "not judged now"))
    if before.state == "not_judged":
        return Progress(*held, changes, why=Text("前次未评定", "not judged before"))
    return Progress(*held, changes)


def _ranked(found: Sequence[Progress], chosen: Sequence[str]) -> list[Progress]:
    keys = {one.code: key for one in found if one.why is None and (key := _key(one, chosen)) is not None}
    order = sorted(keys.values(), reverse=True)
    ranked = [
        Progress(one.code, one.name, one.state, one.changes, order.index(keys[one.code]) + 1, None)
        for one in found
        if one.code in keys
    ]
    missing = Text("缺少可比数据", "nothing to compare")
    rest = [
        Progress(one.code, one.name, one.state, one.changes, None, one.why or missing)
        for one in found
        if one.code not in keys
    ]
    return sorted(ranked, key=lambda one: one.rank or 0) + rest


def _key(one: Progress, chosen: Sequence[str]) -> tuple[float, ...] | None:
    changes = [one.changes[id_] for id_ in chosen]
    return tuple(change.by for change in changes if change is not None) if None not in changes else None


def _dispersions(before: County, now: County) -> Change | None:
    return _counted(_indicators(before, "met"), _indicators(now, "met"))


def _items(before: County, now: County) -> Change | None:
    held = [{one["item"]["id"]: one["ok"] for one in county.detail["items"]} for county in (before, now)]
    return _counted(held[0], held[1])


def _counted(before: Mapping[Any, bool | None], now: Mapping[Any, bool | None]) -> Change | None:
    both = [key for key, met in now.items() if met is not None and before.get(key) is not None]
    if not both:
        return None
    return Change(sum(before[key] is True for key in both), sum(now[key] is True for key in both))


def _distance(before: County, now: County) -> Change | None:
    held = [_margins(county) for county in (before, now)]
    both = sorted(held[0].keys() & held[1].keys())
    return Change(*(fmean(margins[key] for key in both) for margins in held)) if both else None


def _margins(county: County) -> dict[tuple[str, str], float]:
    return {
        (one["indicator"], one["section"]): one["limit"] - one["dispersion"]
        for one in county.indicators
        if one["limit"] is not None and one["dispersion"] is not None
    }


def _indicators(county: County, name: str) -> dict[tuple[str, str], Any]:
    return {(one["indicator"], one["section"]): one[name] for one in county.indicators}


def _schools(before: County, now: County) -> Change | None:
    shares = [_share(county) for county in (before, now)]
    known = [one for one in shares if one is not None]
    return Change(*known) if len(known) == len(shares) else None


def _share(county: County) -> float | None:
    counts = county.summary["sections"].values()
    met = sum(one["met"] for one in counts)
    judged = met + sum(one["not_met"] for one in counts)
    return 100 * met / judged if judged else None


_MEASURED: Mapping[str, Callable[[County, County], Change | None]] = {
    "dispersions": _dispersions,
    "distance": _distance,
    "schools": _schools,
    "items": _items,
}

"""What is priced, what a form says of it, and which price is in force: a county's own before the city's."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import isfinite
from typing import Any, Literal

from junheng.balance.remedy import quantities
from junheng.policy.text import Text
from junheng.web.portal.law import standard_of
from junheng.web.workbench.models import PriceList

Verb = Literal["add", "move"]
VERBS: Mapping[str, Text] = {"add": Text("增加", "Add"), "move": Text("调动", "Move")}
UNITS: Mapping[str, Text] = {
    "人": Text("元/人", "yuan each"),
    "㎡": Text("元/㎡", "yuan per m²"),
    "元": Text("元/元", "yuan per yuan of equipment"),
    "间": Text("元/间", "yuan a room"),
}
RICHEST = 1_000_000_000
LONGEST = 300
"""Characters of a source."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Something a unit of which has a price: adding to an indicator, or moving a teacher."""

    verb: Verb
    indicator: str
    unit: str
    what: Text

    @property
    def name(self) -> str:
        """In forms."""
        return f"{self.verb}_{self.indicator}"

    @property
    def title(self) -> Text:
        verb = VERBS[self.verb]
        return Text(f"{verb.zh}{self.what.zh}", f"{verb.en}: {self.what.en}")

    @property
    def per(self) -> Text:
        return UNITS[self.unit]


@dataclass(frozen=True, slots=True)
class Price:
    """A price in force: yuan a unit, its range where one is given, its source, and the list it stands in."""

    yuan: float
    source: str
    held: PriceList
    low: float | None = None
    high: float | None = None


Prices = Mapping[tuple[str, str], Price]


@cache
def slots(standard: str) -> tuple[Slot, ...]:
    """Every price a standard needs: to add to each indicator, and to move those that are teachers.

    Raises:
        InputError: no plan can be made for the standard.
    """
    law = standard_of(standard)
    held = quantities(law)
    titles = {one.id: one.short or one.title for one in law.indicators}
    added = [Slot("add", one.indicator, one.unit, titles[one.indicator]) for one in held]
    moved = [Slot("move", one.indicator, one.unit, titles[one.indicator]) for one in held if one.movable]
    return (*added, *moved)


def in_force(lists: Iterable[PriceList], day: date) -> dict[tuple[str, str], Price]:
    """The prices of the latest list that says something, by verb and indicator.

    Args:
        lists: those of a county and of the city above it.
        day: lists that begin later are not in force yet.
    """
    begun = [one for one in lists if one.valid_from <= day]
    city_first = sorted(begun, key=lambda one: (len(one.organisation.path), one.valid_from, one.made_at, one.pk))
    found: dict[tuple[str, str], Price] = {}
    for held in city_first:
        for verb, by_indicator in held.prices.items():
            for indicator, said in by_indicator.items():
                found[verb, indicator] = Price(said["yuan"], said["source"], held, said.get("low"), said.get("high"))
    return found


def missing(prices: Prices, standard: str, *, moving: bool, reached: Collection[str] = ()) -> list[Slot]:
    """What has no price yet; moves are only asked for when teachers may move, additions where no other way is."""
    asked = [one for one in slots(standard) if (moving if one.verb == "move" else one.indicator not in reached)]
    return [one for one in asked if (one.verb, one.indicator) not in prices]


def stored(prices: Prices, *, moving: bool) -> dict[str, Any]:
    """What a study keeps of the prices it was answered with, as the engine reads them, with range, source and list."""
    kept: dict[str, Any] = {"add": {}, "move": {}, "low": {}, "high": {}, "sources": {}, "lists": []}
    for (verb, indicator), one in prices.items():
        if verb == "move" and not moving:
            continue
        kept[verb][indicator] = one.yuan
        kept["low"][f"{verb}_{indicator}"] = one.yuan if one.low is None else one.low
        kept["high"][f"{verb}_{indicator}"] = one.yuan if one.high is None else one.high
        kept["sources"][f"{verb}_{indicator}"] = one.source
    kept["lists"] = sorted({one.held.pk for one in prices.values()})
    kept["synthetic"] = any(one.held.synthetic for one in prices.values())
    return kept


@dataclass(frozen=True, slots=True)
class Said:
    """What a form of prices says, and what is wrong in it."""

    valid_from: date | None
    prices: Mapping[str, Mapping[str, Any]]
    faults: tuple[Text, ...]


def said_in(given: Mapping[str, str], standard: str) -> Said:
    """The list of a form: ``<verb>_<indicator>`` with ``_low``, ``_high``, ``_source``, and ``valid_from``.

    An empty price is left out: nobody knows it yet.
    """
    faults: list[Text] = []
    begins = day_in(given.get("valid_from", ""), faults)
    found: dict[str, dict[str, Any]] = {"add": {}, "move": {}}
    for one in slots(standard):
        if (price := _price(one, given, faults)) is not None:
            found[one.verb][one.indicator] = price
    if not faults and not any(found.values()):
        faults.append(Text("一项单价也没有填。", "No price is given."))
    return Said(begins, found, tuple(faults))


def day_in(said: str, faults: list[Text]) -> date | None:
    """The day of a form; a fault where it is none."""
    try:
        return date.fromisoformat(said.strip())
    except ValueError:
        faults.append(Text("“生效日期”应写成 2026-01-31 这样的日期", "“Valid from” must be a date such as 2026-01-31"))
        return None


def _price(slot: Slot, given: Mapping[str, str], faults: list[Text]) -> dict[str, Any] | None:
    yuan, low, high = (_yuan(slot, part, given, faults) for part in ("", "_low", "_high"))
    source = given.get(f"{slot.name}_source", "").strip()[:LONGEST]
    if yuan is None:
        if not given.get(slot.name, "").strip() and (low is not None or high is not None or source):
            faults.append(_fault(slot, "填了区间或依据，没有填单价", "a range or source is given, but no price"))
        return None
    if not source:
        faults.append(_fault(slot, "没有写依据，请写明单价从何而来", "no source: say where the price comes from"))
    if (low is not None and low > yuan) or (high is not None and high < yuan):
        faults.append(_fault(slot, "单价不在最低与最高之间", "the price does not lie between lowest and highest"))
    ends = {name: end for name, end in (("low", low), ("high", high)) if end is not None}
    return {"yuan": yuan, **ends, "source": source}


def plain(number: float) -> str:
    """A number as forms take it, with all its decimals."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


PARTS = {"": Text("单价", "price"), "_low": Text("最低", "lowest"), "_high": Text("最高", "highest")}


def _yuan(slot: Slot, part: str, given: Mapping[str, str], faults: list[Text]) -> float | None:
    said = given.get(f"{slot.name}{part}", "").strip().replace(",", "")
    if not said:
        return None
    try:
        found = float(said)
    except ValueError:
        found = float("nan")
    if not isfinite(found) or not 0 <= found <= RICHEST:
        called = PARTS[part]
        faults.append(
            _fault(slot, f"{called.zh}应为 0 至 {RICHEST:,} 的数", f"the {called.en} must be 0 to {RICHEST:,}")
        )
        return None
    return round(found, 2)


def _fault(slot: Slot, zh: str, en: str) -> Text:
    return Text(f"{slot.title.zh}（{slot.per.zh}）：{zh}", f"{slot.title.en} ({slot.per.en}): {en}")

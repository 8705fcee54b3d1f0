"""What a judgement says: states, results, verdicts and the tree that explains any of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from junheng.policy.standard import Comparison, Item, Standard
from junheng.policy.text import Text


class State(StrEnum):
    """The four states of every result."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_JUDGED = "not_judged"
    BY_EVIDENCE = "by_evidence"


STATE_TITLES: Mapping[State, Text] = {
    State.MET: Text("达标", "Met"),
    State.NOT_MET: Text("未达标", "Not met"),
    State.NOT_JUDGED: Text("未评定", "Not judged"),
    State.BY_EVIDENCE: Text("佐证认定", "By evidence"),
}


CHOICES = 30
"""How many of the choices a message lists."""


def no_such(what: Text, choices: Iterable[str]) -> LookupError:
    """The error of asking for something that is not in a verdict, with what there is."""
    known = list(dict.fromkeys(choices))
    listed = ", ".join(known[:CHOICES]) + (" …" if len(known) > CHOICES else "")
    return LookupError(f"没有{what.zh}；可选 / no {what.en}; choose {listed}")


def state_of(met: bool | None) -> State:
    if met is None:
        return State.NOT_JUDGED
    return State.MET if met else State.NOT_MET


@dataclass(frozen=True, slots=True)
class Threshold:
    """The number a value was held against, and where it comes from."""

    parameter: str
    title: Text
    value: float | None
    unit: str
    since: date | None
    cite: str
    confidence: str


@dataclass(frozen=True, slots=True)
class FactRef:
    """One fact that went into a result: enough to look its workbook cells up in the snapshot's ``cells`` table."""

    table: str
    code: str
    part: str
    field: str
    title: Text
    value: Any
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A node of the tree behind a result. Leaves are facts; ``notes`` say what was left out or relieved and why.

    ``margin`` is how far the value is on the good side of the threshold, in the value's unit (negative: short by).
    ``school`` is the code of the school a node is about, also when schools were merged into it.
    """

    title: Text
    value: float | str | None
    unit: str
    state: State | None = None
    formula: Text | None = None
    cite: str | None = None
    threshold: Threshold | None = None
    margin: float | None = None
    facts: tuple[FactRef, ...] = ()
    children: tuple["Explanation", ...] = ()
    notes: tuple[Text, ...] = ()
    school: str | None = None


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What somebody judged by evidence."""

    met: bool
    judged_by: str
    judged_on: date
    document: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """One measured number of an item, such as the rotation share, with its own state."""

    id: str
    title: Text
    value: float | None
    unit: str
    threshold: Threshold | None
    met: bool | None
    facts: tuple[FactRef, ...] = ()
    comparison: Comparison = "at_least"


@dataclass(frozen=True, slots=True)
class Failing:
    """A school, class group or county that fails an item, and by how much, in words."""

    code: str
    name: str
    why: Text


@dataclass(frozen=True, slots=True)
class ItemResult:
    """The result of one item of the government, quality, social or veto domain for one county.

    ``by_school`` holds the verdict of each school where the item is judged school by school (None: not judged).
    """

    item: Item
    state: State
    summary: Text
    measured: tuple[Measured, ...] = ()
    failing: tuple[Failing, ...] = ()
    missing: tuple[Text, ...] = ()
    conclusion: Conclusion | None = None
    by_school: Mapping[str, bool | None] = field(default_factory=dict)
    figures: Mapping[str, float | None] = field(default_factory=dict)
    """Numbers the official form asks for in this item's line, by name."""

    @property
    def ok(self) -> bool | None:
        """True when the item stands, False when it fails, None when it is not judged."""
        if self.state is State.BY_EVIDENCE:
            return self.conclusion.met if self.conclusion else None
        return {State.MET: True, State.NOT_MET: False}.get(self.state)


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """Mean and dispersion of one indicator over one section of one county."""

    indicator: str
    section: str
    mean: float | None
    dispersion: float | None
    limit: float | None
    met: bool | None
    schools: int
    missing: int


@dataclass(frozen=True, slots=True)
class SchoolResult:
    """One school section: its seven values, which are met, and whether it passes (None: not judged)."""

    school_code: str
    school_name: str
    section: str
    pupils: float | None
    values: Mapping[str, float | None]
    met: Mapping[str, bool | None]
    passes: bool | None
    reasons: tuple[Text, ...]

    @property
    def met_count(self) -> int:
        return sum(value is True for value in self.met.values())


@dataclass(frozen=True, slots=True)
class CountyVerdict:
    """The verdict on one county: resources (schools and dispersions) and the items of the other domains.

    ``left_out`` names the schools that do not count for the indicators, and why.
    """

    county_code: str
    county: Text
    year: int
    indicators: tuple[IndicatorResult, ...]
    schools: tuple[SchoolResult, ...]
    items: tuple[ItemResult, ...]
    resources: State
    domains: Mapping[str, State]
    state: State
    reasons: tuple[Text, ...]
    missing: tuple[Text, ...]
    left_out: tuple[Failing, ...] = ()
    unreported: tuple[Failing, ...] = ()
    sections: Mapping[str, bool | None] = field(default_factory=dict)
    """Whether schools and dispersions of each section hold (None: not judged)."""


@dataclass(frozen=True, slots=True)
class CityVerdict:
    """All counties of one school year under one standard; a function of the snapshot hash and the policy version."""

    standard: Standard
    year: int
    snapshot: str
    counties: tuple[CountyVerdict, ...]

    def county(self, code: str) -> CountyVerdict:
        """The verdict on one county.

        Raises:
            LookupError: the city has no such county.
        """
        for one in self.counties:
            if one.county_code == code:
                return one
        raise no_such(Text(f"区县 {code}", f"county {code}"), (one.county_code for one in self.counties))

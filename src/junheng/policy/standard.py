"""A standard as data: indicators, rules for a school and a county, splitting, special cases and items."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from junheng.policy.parameters import Parameter, Rules, Value
from junheng.policy.text import Text

Linear = Mapping[str, float]
"""A linear sum of fact columns: column id -> coefficient."""

Better = Literal["higher", "lower"]
Domain = Literal["resources", "government", "quality", "social", "veto"]
Kind = Literal["computed", "evidence", "mixed"]
Comparison = Literal["at_least", "at_most", "below", "above"]


@dataclass(frozen=True, slots=True)
class Indicator:
    """``per * numerator / denominator`` of one school section.

    ``threshold`` maps a section to the parameter a school must reach (empty: only dispersion is measured).
    ``weight`` is the column that weights a school in the dispersion, by default the denominator.
    """

    id: str
    title: Text
    short: Text
    numerator: Linear
    denominator: Linear
    weight: str | None
    per: float
    unit: str
    decimals: int
    better: Better
    threshold: Mapping[str, str]
    limit: Mapping[str, str]
    split: bool
    """Whether a school of several sections shares the numerator out by the splitting weights."""

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.numerator, *self.denominator, *((self.weight,) if self.weight else ()))))


@dataclass(frozen=True, slots=True)
class SchoolRule:
    """A school passes when ``min_met`` indicators are met and each other one reaches ``floor`` of its threshold."""

    min_met: str
    floor: str


@dataclass(frozen=True, slots=True)
class CountyRule:
    """How dispersions are tested: each one by its own limit, or the mean of all against ``mean_limit``.

    ``form`` and ``weighting`` name the statistic; the official one is the pupil-weighted population form.
    """

    dispersion: Literal["each", "mean"]
    mean_limit: Mapping[str, str]
    weighting: Literal["weighted", "unweighted"] = "weighted"
    form: Literal["population", "sample"] = "population"


@dataclass(frozen=True, slots=True)
class SpecialCase:
    """A relief of the national procedure: for schools with a flag, more columns count for an indicator.

    ``until`` names the parameter that holds the last day; an empty value means the day is not known. ``pupils`` names
    the parameters between which a school's pupils must lie (``at_least``, ``below``); empty: any size.
    """

    id: str
    title: Text
    indicator: str
    flag: str
    adds: tuple[str, ...]
    enabled: str
    until: str
    cite: str
    pupils: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ratio:
    """``per * numerator / denominator`` of a county (or summed over its schools) against a parameter."""

    id: str
    title: Text
    table: str
    numerator: Linear
    denominator: Linear
    comparison: Comparison
    parameter: str
    unit: str
    per: float = 1.0
    section: str | None = None
    where: str | None = None
    level: Literal["county", "school"] = "county"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the government, quality, social or veto domain.

    ``measure`` names the calculation in ``junheng.balance.items``; ``uses`` gives it parameters by role.
    """

    id: str
    number: int
    domain: Domain
    title: Text
    level: Literal["county", "school", "class", "teacher"]
    kind: Kind
    cite: str
    measure: str | None = None
    uses: Mapping[str, str] | None = None
    ratios: tuple[Ratio, ...] = ()
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Standard:
    """Everything a verdict needs from the law; the facts are the other half."""

    id: str
    title: Text
    number: str
    """The document's number, such as 教督〔2017〕6号."""
    since: date
    cite: str
    sections: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    school_rule: SchoolRule | None
    county_rule: CountyRule
    split: Mapping[str, Mapping[str, str]]
    """Sections of a school joined by '+' -> section -> parameter with the weight of one pupil."""
    scope: Mapping[str, str]
    excluded_types: tuple[str, ...]
    special_cases: tuple[SpecialCase, ...]
    items: tuple[Item, ...]
    parameters: Mapping[str, Parameter]

    @property
    def judges(self) -> bool:
        """Whether anything is held against a limit, or the standard only measures."""
        rule = self.county_rule
        return bool(self.school_rule or rule.mean_limit or any(one.limit for one in self.indicators))

    def rules(self, day: date) -> Rules:
        return Rules(self.parameters, day)

    def indicator(self, id_: str) -> Indicator:
        return next(indicator for indicator in self.indicators if indicator.id == id_)

    def item(self, id_: str) -> Item:
        return next(item for item in self.items if item.id == id_)

    def domain(self, domain: Domain) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.domain == domain)

    def with_values(self, values: Mapping[str, Value], since: date | None = None) -> "Standard":
        """The same standard with some parameters set by a user, such as those that are not known."""
        unknown = sorted(set(values) - set(self.parameters))
        if unknown:
            raise KeyError(f"{self.id} has no parameter {', '.join(unknown)}")
        changed = {name: self.parameters[name].set(value, since) for name, value in values.items()}
        return replace(self, parameters={**self.parameters, **changed})

"""All counties of one school year: resources, items, domains and the verdict on each."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from junheng.balance.bounds import bounds_of
from junheng.balance.evaluate import evaluate
from junheng.balance.evaluation import school_columns
from junheng.balance.items import judge_item
from junheng.balance.items.context import county_facts
from junheng.balance.items.outcome import all_of
from junheng.balance.merge import settled
from junheng.balance.missing import missing_texts, unreported, whole_school_rows
from junheng.balance.model import (
    CityVerdict,
    CountyVerdict,
    Failing,
    IndicatorResult,
    SchoolResult,
    State,
    state_of,
)
from junheng.balance.reasons import school_reasons
from junheng.balance.relief import end_note, relieved
from junheng.balance.units import Units, units_of
from junheng.balance.wording import county_missing, county_reasons
from junheng.facts.codes import code_list
from junheng.facts.tables import Facts
from junheng.policy.standard import Domain, Standard
from junheng.policy.text import Text
from junheng.policy.years import statistics_day

Absent = tuple[Mapping[str, list[Failing]], Mapping[str, list[Text]]]
"""By county code: expected schools that did not report, and words on last year's schools that are gone."""

DOMAINS: tuple[Domain, ...] = ("government", "quality", "social", "veto")


def judge(
    facts: Facts,
    standard: Standard,
    *,
    snapshot: str = "",
    previous: Facts | None = None,
    expected: pl.DataFrame | None = None,
) -> CityVerdict:
    """Judge every county that has a school or a row of its own.

    Args:
        facts: the checked facts of one school year.
        standard: the law.
        snapshot: the hash of the snapshot the facts were opened from, to be named in the verdict.
        previous: last year's facts; schools that were in them and are not in these are named, and decide nothing.
        expected: the schools that had to report (``school_code``, ``school_name``, ``county_code``). A county with one
            that did not is not judged.

    A county's state: *not met* when any domain fails for certain, else *not judged* when any is, else *met*. Resources
    themselves are not judged while one school is not, even if others fail.
    """
    city = _City(standard, facts, units_of(facts, standard), unreported(facts, expected, previous))
    return CityVerdict(standard, facts.year, snapshot, tuple(city.county(code) for code in _counties(facts)))


def _counties(facts: Facts) -> list[str]:
    codes = set(facts["schools"]["county_code"]) | set(facts["counties"]["county_code"])
    return sorted(code for code in codes if code is not None)


class _City:
    """What the counties of a city share while they are judged."""

    def __init__(self, standard: Standard, facts: Facts, units: Units, absent: Absent) -> None:
        rules = standard.rules(statistics_day(facts.year))
        tables = evaluate(units.frame, relieved(standard, rules))
        self.standard, self.rules, self.units, self.absent = standard, rules, units, absent
        self.whole, self.separate = units.facts, settled(facts)
        self.by_whole = whole_school_rows(units.facts)
        self.indicators = tables.indicators
        self.schools = tables.schools
        self.counties = tables.counties
        self.inputs = {(row["school_code"], row["section"]): row for row in units.frame.iter_rows(named=True)}

    def county(self, code: str) -> CountyVerdict:
        facts = county_facts(code, self.whole, self.separate, self.standard, self.rules)
        indicators = tuple(_indicator(row) for row in _of(self.indicators, code))
        schools = tuple(self._school(row) for row in _of(self.schools, code))
        items = tuple(judge_item(item, facts) for item in self.standard.items)
        absent = tuple(self.absent[0].get(code, []))
        lacking = [(one, why) for one in schools for why in self._lacking(one.school_code, one.section).values()]
        resources = self._resources(code, absent)
        domains: dict[str, State] = {"resources": resources}
        for domain in DOMAINS:
            held = [one for one in items if one.item.domain == domain]
            if held:
                domains[domain] = state_of(all_of(one.ok for one in held))
        return CountyVerdict(
            county_code=code,
            county=_name(code, facts.county["county_name"]),
            year=self.whole.year,
            indicators=indicators,
            schools=schools,
            items=items,
            resources=resources,
            domains=domains,
            state=_combined(domains),
            reasons=county_reasons(self.standard, indicators, schools, items),
            missing=(
                *county_missing(lacking, items, absent, self.absent[1].get(code, [])),
                *end_note(self.standard, self.rules),
            ),
            left_out=tuple(failing for owner, failing in self.units.left_out if owner == code),
            unreported=absent,
            sections={row["section"]: row["passes"] for row in _of(self.counties, code)},
        )

    def _resources(self, code: str, absent: tuple[Failing, ...]) -> State:
        passes = [row["passes"] for row in _of(self.counties, code)]
        if absent or not passes or None in passes:
            return State.NOT_JUDGED
        return state_of(all(passes))

    def _lacking(self, school: str, section: str) -> Mapping[str, Text]:
        return missing_texts(self.standard, self.inputs[school, section], self.by_whole)

    def _school(self, row: Mapping[str, Any]) -> SchoolResult:
        names = school_columns(self.standard)
        values = {id_: row[name] for id_, (name, _) in names.items()}
        met = {id_: row[name] for id_, (_, name) in names.items()}
        bounds = {one.id: bounds_of(self.standard, one, row["section"], self.rules) for one in self.standard.indicators}
        missing = self._lacking(row["school_code"], row["section"])
        return SchoolResult(
            school_code=row["school_code"],
            school_name=row["school_name"],
            section=row["section"],
            pupils=row["pupils"],
            values=values,
            met=met,
            passes=row["passes"],
            reasons=school_reasons(self.standard, values, met, bounds, passes=row["passes"], missing=missing),
        )


def _of(frame: pl.DataFrame, code: str) -> list[dict[str, Any]]:
    return list(frame.filter(pl.col("county_code") == code).iter_rows(named=True))


def _indicator(row: Mapping[str, Any]) -> IndicatorResult:
    names = ("indicator", "section", "mean", "dispersion", "limit", "met", "schools", "missing")
    return IndicatorResult(**{name: row[name] for name in names})


def _name(code: str, reported: str | None) -> Text:
    """The county in both languages: as in the code list, else as reported."""
    listed = code_list("managing_bodies").codes.get(code)
    name = reported or (listed.zh if listed else code)
    return Text(name, listed.en if listed else name)


def _combined(domains: Mapping[str, State]) -> State:
    """A certain failure of one domain decides; otherwise one that is not judged leaves the county open."""
    if State.NOT_MET in domains.values():
        return State.NOT_MET
    return State.NOT_JUDGED if State.NOT_JUDGED in domains.values() else State.MET

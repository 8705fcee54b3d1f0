"""Disclosure control of a verdict: the values of very small schools are hidden so that nobody can work them out.

A school average of twelve children is about children. Schools below the least number of pupils lose pupils and values
(*suppressed*, which is not *not reported*); their verdict stays. The mean and the dispersion of a section are two
equations over its schools, so hiding one or two schools hides nothing: more are hidden, the smallest first, until what
is published leaves the small ones open, and where a section has too few schools its mean and dispersion are hidden too.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from math import fsum, sqrt
from typing import Any

from junheng.balance.model import CityVerdict, CountyVerdict, Failing, IndicatorResult, ItemResult, SchoolResult
from junheng.balance.reasons import number
from junheng.policy.small_cells import Disclosure
from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.publish.disclosure_marks import HiddenIndicator, HiddenSchool

Section = tuple[str, str]
"""The code of a county or a school, and a section."""

WITHHELD = Text("人数过少，数值不公开", "Too few pupils; values are not shown")
TOGETHER = Text("为保护人数过少的学校，数值不公开", "Values are not shown, to protect a school with very few pupils")
NO_DETAIL = Text("涉及人数过少的学校，说明不公开", "About a school with very few pupils; details are not shown")
_POINT = (re.compile(r"教学点[\d.]+人，"), re.compile(r"teaching point of [\d.]+ pupils, "))


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is hidden of a year: school sections (by school code), sections of counties (by county code), and schools
    that are hidden only because a small one is."""

    schools: frozenset[Section] = frozenset()
    sections: frozenset[Section] = frozenset()
    together: frozenset[Section] = frozenset()

    def to_dict(self) -> dict[str, list[list[str]]]:
        return {one.name: sorted(map(list, getattr(self, one.name))) for one in fields(self)}

    @classmethod
    def of(cls, held: Mapping[str, Any]) -> "Hidden":
        """Back from ``to_dict``; nothing gives nothing."""
        return cls(**{one.name: frozenset(map(tuple, held.get(one.name, ()))) for one in fields(cls)})

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all hidden schools."""
        return frozenset(code for code, _section in self.schools)


@dataclass(frozen=True, slots=True)
class Before:
    """What earlier versions of the same year already showed or hid, by school section."""

    shown: frozenset[Section] = field(default_factory=frozenset)
    hidden: frozenset[Section] = field(default_factory=frozenset)


def protect_city(city: CityVerdict, parameters: Disclosure, before: Before | None = None) -> CityVerdict:
    """The verdict as the public may see it; states and reasons stay, numbers that could point at children do not."""
    return hide(city, choose(city, parameters, before))


def choose(city: CityVerdict, parameters: Disclosure, before: Before | None = None) -> Hidden:
    """Which school sections are hidden, and in which sections of counties mean and dispersion are as well.

    What an earlier version of the year hid stays hidden; a school that an earlier version showed protects nobody.
    """
    schools: set[Section] = set()
    sections: set[Section] = set()
    together: set[Section] = set()
    for county in city.counties:
        for section in city.standard.sections:
            own = [one for one in county.schools if one.section == section]
            small, more, enough = _of_section(own, parameters, before or Before())
            schools |= small | more
            together |= more
            if not enough:
                sections.add((county.county_code, section))
    return Hidden(frozenset(schools), frozenset(sections), frozenset(together))


def _of_section(
    own: list[SchoolResult], parameters: Disclosure, before: Before
) -> tuple[set[Section], set[Section], bool]:
    """The small schools, those hidden beside them, and whether mean and dispersion may be shown."""
    known = sorted((one for one in own if one.pupils is not None), key=lambda one: (one.pupils, one.school_code))
    small = {_key(one) for one in known if (one.pupils or 0) < parameters.least_pupils}
    small |= {_key(one) for one in own if _key(one) in before.hidden}
    if not small:
        return set(), set(), True
    group = [one for one in own if _key(one) in small - before.shown]
    for one in known:
        if _safe(group, small, parameters):
            break
        if _key(one) not in small | before.shown:
            group.append(one)
    return small, {_key(one) for one in group} - small, _safe(group, small, parameters)


def _safe(group: list[SchoolResult], small: set[Section], parameters: Disclosure) -> bool:
    """Whether mean and dispersion leave every small school's values open when only this group is unknown."""
    if len(group) < parameters.hidden_together:
        return False
    return all(_open(group, id_, small, parameters) for id_ in group[0].values)


def _open(group: list[SchoolResult], indicator: str, small: set[Section], parameters: Disclosure) -> bool:
    """Whether each small school's value may lie anywhere in a wide enough interval.

    The values that fit mean and dispersion are a sphere in a plane: with weights w (W in all), mean m and squares
    S = Σw(v−m)², a value may be anything in m ± √(S·(W−w)/(W·w)).
    """
    held = [(one, value, one.pupils or 0.0) for one in group if (value := one.values.get(indicator)) is not None]
    if not held:
        return True
    total = fsum(weight for _one, _value, weight in held)
    if len(held) < parameters.hidden_together or not total:
        return False
    mean = fsum(weight * value for _one, value, weight in held) / total
    squares = fsum(weight * (value - mean) ** 2 for _one, value, weight in held)
    return all(
        not weight or sqrt(squares * (total - weight) / (total * weight)) >= parameters.open_share * abs(value)
        for one, value, weight in held
        if _key(one) in small
    )


def _key(one: SchoolResult) -> Section:
    return (one.school_code, one.section)


def hide(city: CityVerdict, hidden: Hidden) -> CityVerdict:
    """The same verdict without the numbers of what is hidden."""
    return replace(city, counties=tuple(_county(one, hidden, city.standard) for one in city.counties))


def hide_other(city: CityVerdict, hidden: Hidden) -> CityVerdict:
    """The same year by another standard: no mean or dispersion of a section that has a hidden school.

    Its numbers are over the same schools and would be further equations.
    """
    touched = {
        (county.county_code, one.section)
        for county in city.counties
        for one in county.schools
        if one.school_code in hidden.codes
    }
    return hide(city, replace(hidden, sections=hidden.sections | touched))


def _county(county: CountyVerdict, hidden: Hidden, standard: Standard) -> CountyVerdict:
    gone = [one for one in county.indicators if (county.county_code, one.section) in hidden.sections]
    names = {one.school_name for one in county.schools if _key(one) in hidden.schools}
    return replace(
        county,
        schools=tuple(_school(one, hidden, standard) if _key(one) in hidden.schools else one for one in county.schools),
        indicators=tuple(_indicator(one) if one in gone else one for one in county.indicators),
        items=tuple(_item(one, hidden.codes) for one in county.items) if names else county.items,
        reasons=tuple(_without_numbers(one, gone) for one in county.reasons),
        missing=tuple(_without_numbers(one, gone) for one in county.missing),
        left_out=tuple(_left_out(one) for one in county.left_out),
    )


def _school(one: SchoolResult, hidden: Hidden, standard: Standard) -> HiddenSchool:
    held = {each.name: getattr(one, each.name) for each in fields(SchoolResult)}
    why = TOGETHER if _key(one) in hidden.together else WITHHELD
    unknown = {"pupils": None, "values": dict.fromkeys(one.values), "reasons": (*_unmet(one, standard), why)}
    return HiddenSchool(**{**held, **unknown})


def _unmet(one: SchoolResult, standard: Standard) -> Iterator[Text]:
    """Which indicators are not met or have no value, without how much."""
    for met, zh, en in ((False, "未达标", "not met"), (None, "未评定", "not judged")):
        short = [standard.indicator(id_).short for id_, held in one.met.items() if held is met]
        if short:
            listed = "、".join(each.zh for each in short), ", ".join(each.en for each in short)
            yield Text(f"{zh}：{listed[0]}", f"{en}: {listed[1]}")


def _indicator(one: IndicatorResult) -> HiddenIndicator:
    held = {each.name: getattr(one, each.name) for each in fields(IndicatorResult)}
    return HiddenIndicator(**{**held, "mean": None, "dispersion": None})


def _item(result: ItemResult, codes: Collection[str]) -> ItemResult:
    """No detail of a hidden school; figures over small schools alone would be about few of them."""
    return replace(
        result,
        failing=tuple(replace(one, why=NO_DETAIL) if one.code in codes else one for one in result.failing),
        figures={name: None if name.startswith("small_") else value for name, value in result.figures.items()},
    )


def _left_out(one: Failing) -> Failing:
    zh, en = _POINT
    return replace(one, why=Text(zh.sub("教学点", one.why.zh), en.sub("teaching point, ", one.why.en)))


def _without_numbers(text: Text, gone: list[IndicatorResult]) -> Text:
    for one in gone:
        for value in (one.mean, one.dispersion):
            if value:
                text = Text(text.zh.replace(number(value), "*"), text.en.replace(number(value), "*"))
    return text

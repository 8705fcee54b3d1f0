"""Disclosure control of a verdict: the values of very small schools are hidden so that nobody can work them out.

A school average of twelve children is about children. Schools below the least number of pupils lose pupils and values
(*suppressed*, which is not *not reported*); their verdict stays. The mean and the dispersion of a section are two
equations over its schools, so hiding one or two schools hides nothing: more are hidden, the smallest first, until what
is published leaves the small ones open, and where a section has too few schools its mean and dispersion are hidden too.

Versions of one year are held against each other: what was hidden stays hidden, what was shown protects nobody, and when
anything of the hidden schools was corrected, mean and dispersion are hidden, because old and new ones together are more
equations over the same schools. ``disclosure_openness`` says what is open enough.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from hashlib import sha256
from typing import Any

from junheng.balance.model import CityVerdict, CountyVerdict, Failing, IndicatorResult, ItemResult, SchoolResult
from junheng.balance.reasons import number
from junheng.policy.small_cells import Disclosure
from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.publish.disclosure_marks import HiddenIndicator, HiddenSchool
from junheng.publish.disclosure_openness import Section, key, safe

WITHHELD = Text("人数过少，数值不公开", "Too few pupils; values are not shown")
TOGETHER = Text("为保护人数过少的学校，数值不公开", "Values are not shown, to protect a school with very few pupils")
NO_DETAIL = Text("涉及人数过少的学校，说明不公开", "About a school with very few pupils; details are not shown")
_POINT = (re.compile(r"教学点[\d.]+人，"), re.compile(r"teaching point of [\d.]+ pupils, "))


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is hidden of a year: school sections (by school code), sections of counties (by county code), and schools
    that are hidden only because a small one is.

    ``prints`` holds, for each section of a county that shows its mean in spite of hidden schools, county, section and
    the SHA-256 of what is hidden: a later version sees by it whether any of that was corrected.
    """

    schools: frozenset[Section] = frozenset()
    sections: frozenset[Section] = frozenset()
    together: frozenset[Section] = frozenset()
    prints: frozenset[tuple[str, str, str]] = frozenset()

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
    """What earlier versions of the same year already showed or hid, by school section.

    ``prints`` are those of all earlier versions of the year; ``preferred`` are the schools hidden in the year before,
    which are hidden first, so that two years do not show two different halves of the same schools.
    """

    shown: frozenset[Section] = field(default_factory=frozenset)
    hidden: frozenset[Section] = field(default_factory=frozenset)
    prints: frozenset[tuple[str, str, str]] = field(default_factory=frozenset)
    preferred: frozenset[Section] = field(default_factory=frozenset)


def protect_city(city: CityVerdict, parameters: Disclosure, before: Before | None = None) -> CityVerdict:
    """The verdict as the public may see it; states and reasons stay, numbers that could point at children do not."""
    return hide(city, choose(city, parameters, before))


def choose(city: CityVerdict, parameters: Disclosure, before: Before | None = None) -> Hidden:
    """Which school sections are hidden, and in which sections of counties mean and dispersion are as well.

    What an earlier version of the year hid stays hidden; a school that an earlier version showed protects nobody.
    """
    earlier = before or Before()
    schools: set[Section] = set()
    sections: set[Section] = set()
    together: set[Section] = set()
    prints: set[tuple[str, str, str]] = set()
    for county in city.counties:
        for section in city.standard.sections:
            own = [one for one in county.schools if one.section == section]
            gone, beside, enough = _of_section(own, city.standard, parameters, earlier)
            schools |= gone
            together |= beside
            mark = (county.county_code, section, _print(one for one in own if key(one) in gone))
            if not enough or _corrected(mark, earlier):
                sections.add((county.county_code, section))
            elif gone:
                prints.add(mark)
    return Hidden(frozenset(schools), frozenset(sections), frozenset(together), frozenset(prints))


def _print(hidden: Iterable[SchoolResult]) -> str:
    """The SHA-256 of pupils and values of the hidden schools."""
    said = sorted((one.school_code, one.pupils, sorted(one.values.items())) for one in hidden)
    return sha256(json.dumps(said).encode()).hexdigest()


def _corrected(mark: tuple[str, str, str], before: Before) -> bool:
    """Whether an earlier version showed a mean over other hidden numbers than these."""
    county, section, print_ = mark
    return any(one[:2] == (county, section) and one[2] != print_ for one in before.prints)


def _of_section(
    own: list[SchoolResult], standard: Standard, parameters: Disclosure, before: Before
) -> tuple[set[Section], set[Section], bool]:
    """What is hidden, which of it only beside the small schools, and whether mean and dispersion may be shown."""
    known = sorted(
        (one for one in own if one.pupils is not None),
        key=lambda one: (key(one) not in before.preferred, one.pupils, one.school_code),
    )
    small = {key(one) for one in known if (one.pupils or 0) < parameters.least_pupils}
    gone = small | {key(one) for one in own if key(one) in before.hidden}
    if not gone:
        return set(), set(), True
    group = [one for one in own if key(one) in gone - before.shown]
    for one in known:
        if safe(group, small, standard, parameters):
            break
        if key(one) not in gone | before.shown:
            group.append(one)
    gone |= {key(one) for one in group}
    return gone, gone - small, safe(group, small, standard, parameters)


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
    names = {one.school_name for one in county.schools if key(one) in hidden.schools}
    return replace(
        county,
        schools=tuple(_school(one, hidden, standard) if key(one) in hidden.schools else one for one in county.schools),
        indicators=tuple(_indicator(one) if one in gone else one for one in county.indicators),
        items=tuple(_item(one, hidden.codes) for one in county.items) if names else county.items,
        reasons=tuple(_without_numbers(one, gone) for one in county.reasons),
        missing=tuple(_without_numbers(one, gone) for one in county.missing),
        left_out=tuple(_left_out(one) for one in county.left_out),
    )


def _school(one: SchoolResult, hidden: Hidden, standard: Standard) -> HiddenSchool:
    held = {each.name: getattr(one, each.name) for each in fields(SchoolResult)}
    why = TOGETHER if key(one) in hidden.together else WITHHELD
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

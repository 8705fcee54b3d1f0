"""Every parameter of a standard moves something in the verdict of a small county, or says why it does not."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from junheng.balance import compare_2012, judge
from junheng.balance.model import CityVerdict
from junheng.facts.tables import Facts
from junheng.policy import Standard, Value, load_standard
from tests.balance.city import facts_of, sound

STANDARDS = ("jiaodu-2017-6", "jiaodu-2012-3")


@cache
def facts() -> Facts:
    return facts_of(sound())


@cache
def standard(id_: str) -> Standard:
    return load_standard(id_)


def signature(city: CityVerdict) -> Any:
    """What a verdict says, without the numbers of the law it repeats."""
    return [
        (
            county.state,
            dict(county.domains),
            [(one.indicator, one.section, one.mean, one.dispersion, one.met) for one in county.indicators],
            [(one.school_code, one.section, one.values, one.met, one.passes) for one in county.schools],
            [(one.item.id, one.ok, one.by_school, one.figures, one.summary.zh.count("提示")) for one in county.items],
            [one.code for one in county.left_out],
            county.sections,
        )
        for county in city.counties
    ]


@cache
def before(id_: str) -> Any:
    return signature(judge(facts(), standard(id_)))


def other_values(value: Value, id_: str) -> Iterator[Value]:
    """Values that differ enough to matter to a county that has some to spare."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, Decimal):
        yield from (value * 3, value / 3, value * Decimal("1.1"), value / 10, value / 100)
    elif id_.endswith("until"):
        yield "2020-01-01"


PARAMETERS = [(id_, name) for id_ in STANDARDS for name in load_standard(id_).parameters]


@pytest.mark.parametrize(("id_", "name"), PARAMETERS)
def test_a_parameter_moves_something_or_is_declared_inert(id_: str, name: str) -> None:
    held = standard(id_).parameters[name]
    rules = standard(id_).rules(date(2024, 9, 1))
    others = list(other_values(rules.value(name), name))
    moved = any(signature(judge(facts(), standard(id_).with_values({name: value}))) != before(id_) for value in others)
    assert moved or held.inert, f"{name} moves nothing"


def test_the_county_is_sound_to_begin_with() -> None:
    assert [one.state for one in judge(facts(), standard("jiaodu-2017-6")).counties] == ["met"]


def test_the_2012_standard_tests_the_mean_of_eight_dispersions() -> None:
    found = compare_2012(facts(), standard("jiaodu-2012-3"))
    for county in found.city.counties:
        for mean in found.means[county.county_code]:
            held = [one.dispersion for one in county.indicators if one.section == mean.section]
            assert len(held) == 8
            assert mean.value == pytest.approx(sum(one or 0.0 for one in held) / 8)
            assert mean.met is True

"""One failing example for every fault of a siting's numbers."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from junheng.seats.siting import Names, Options, SitingProblem, check_siting
from tests.seats.siting.test_shortage import capped, street

NAMES = Names(("东", "中", "西"), ("一小", "新址"))


def sound() -> SitingProblem:
    return street([30, 30, 10], [40, 60], at_most=1, budget=20.0)


def options(problem: SitingProblem, seats: list[int], money: list[float]) -> SitingProblem:
    return replace(problem, options=Options(problem.options.first, np.array(seats), np.array(money)))


SPOILT: dict[str, tuple[Callable[[SitingProblem], SitingProblem], str, str]] = {
    "a site without options": (
        lambda one: replace(one, options=Options(np.array([0, 1, 1]), np.array([40]), np.array([0.0]))),
        "option_of_no_site",
        "用地“新址”",
    ),
    "seats below 0": (lambda one: options(one, [40, 0, -60], [0.0, 0, 10]), "negative_count", "用地“新址”"),
    "money that is none": (lambda one: options(one, [40, 0, 60], [0.0, 0, np.nan]), "not_a_number", "用地“新址”"),
    "a number below 0": (lambda one: replace(one, at_most=-1), "limit_below_zero", "限制"),
    "a budget below 0": (lambda one: replace(one, budget=-1.0), "limit_below_zero", "限制"),
    "pupils below 0": (
        lambda one: replace(one, places=replace(one.places, pupils=np.array([-1, 2, 3]))),
        "negative_count",
        "片区“东”",
    ),
}


def test_a_sound_siting_has_nothing_to_say() -> None:
    found = check_siting(sound(), NAMES)
    assert (found.stops, found.notes) == ((), ())


@pytest.mark.parametrize("name", SPOILT)
def test_what_makes_numbers_meaningless_stops(name: str) -> None:
    spoil, code, where = SPOILT[name]
    assert [(one.code, one.where.zh) for one in check_siting(spoil(sound()), NAMES).stops] == [(code, where)]


def test_what_no_siting_can_mend_is_noted() -> None:
    found = check_siting(capped(street([30, 30, 90], [40, 60]), 500), NAMES)
    assert [(one.code, one.where.zh) for one in found.notes] == [
        ("no_way_left", "片区“西”"),
        ("seats_below_children", "全部片区"),
    ]

"""The dispersions of a plan: today's are the published ones, and pupils that move change them as the formula says."""

import math

import numpy as np
import polars as pl
import pytest

from junheng.balance import evaluate
from junheng.policy import load_standard
from junheng.web.workbench.dispersions import Reported, spread, spreads

VALUES = {"A": (600.0, 4.0), "B": (300.0, 6.0), "C": (100.0, 9.0)}
REPORTED: Reported = {
    code: (pupils, {f"L{at}": value for at in range(1, 9)}) for code, (pupils, value) in VALUES.items()
}


def by_hand(pupils: dict[str, float]) -> float:
    amounts = {code: VALUES[code][0] * VALUES[code][1] for code in pupils}
    whole = sum(pupils.values())
    mean = sum(amounts.values()) / whole
    return math.sqrt(sum(n * (amounts[code] / n - mean) ** 2 for code, n in pupils.items()) / whole) / mean


def test_without_moves_both_are_the_same_and_as_counted_by_hand() -> None:
    found = spreads(REPORTED, {}, "primary", 2025)
    assert [one.id for one in found] == [f"L{at}" for at in range(1, 8)]
    for one in found:
        assert one.today == one.plan == pytest.approx(by_hand({code: n for code, (n, _) in VALUES.items()}))
        assert one.limit == 0.5


def test_pupils_that_move_change_what_schools_have_for_each() -> None:
    found = spreads(REPORTED, {"A": -50.0, "B": 20.0, "C": 30.0}, "primary", 2025)
    assert found[0].plan == pytest.approx(by_hand({"A": 550, "B": 320, "C": 130}))
    assert found[0].plan != found[0].today


def test_a_school_that_loses_everybody_leaves_and_one_without_a_value_never_counts() -> None:
    reported = {**REPORTED, "D": (50.0, {f"L{at}": None for at in range(1, 9)})}
    found = spreads(reported, {"C": -100.0, "D": 100.0}, "primary", 2025)
    assert found[0].plan == pytest.approx(by_hand({"A": 600, "B": 300}))


def test_nothing_to_compute_is_not_judged() -> None:
    found = spreads({}, {}, "junior", 2025)
    assert {(one.today, one.plan, one.state) for one in found} == {(None, None, "not_judged")}
    assert spread(np.array([0.0]), np.array([10.0])) is None
    assert spread(np.array([]), np.array([])) is None


@pytest.mark.parametrize(("gain", "state"), [({}, "met"), ({"C": -95.0}, "not_met")])
def test_the_limit_decides(gain: dict[str, float], state: str) -> None:
    assert spreads(REPORTED, gain, "primary", 2025)[0].state == state


def test_it_is_the_dispersion_that_verdicts_use() -> None:
    standard = load_standard("jiaodu-2017-6")
    columns = {column for one in standard.indicators for column in (*one.numerator, *one.denominator)} - {"pupils"}
    flat = pl.DataFrame(
        {
            "county_code": ["410105"] * 3,
            "school_code": ["2141000001", "2141000002", "2141000003"],
            "section": ["primary"] * 3,
            "pupils": [n for n, _ in VALUES.values()],
            **{column: [n * value for n, value in VALUES.values()] for column in sorted(columns)},
        }
    )
    found = evaluate(flat, standard).indicators.filter(pl.col("indicator") == "L5")["dispersion"].item()
    pupils, value = flat["pupils"].to_numpy(), np.array([one for _, one in VALUES.values()])
    assert spread(pupils * value, pupils) == pytest.approx(found)

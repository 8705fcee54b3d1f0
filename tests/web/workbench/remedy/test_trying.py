"""What if."""

from dataclasses import replace

import polars as pl
import pytest

from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.opened import Opened
from junheng.web.workbench.remedy.trying import Trial, Tried, limits_of, trial_in, tried
from tests.balance.city import COUNTY, PRIMARY

LIMITS = {"primary": 0.5, "junior": 0.45}
EQUIPPED = 120_000 + 563_636.37
"""Without moves the primary school is cheapest given equipment; four teachers would cost 480,000. The equipment of the
nine-year school is paid once and counts in both its sections."""


def test_a_form_is_read_and_the_laws_own_limit_is_no_change() -> None:
    given = {"teachers": "10", "ground": "-20", "pupils": "5", "primary": "0.5", "junior": "0.3", "budget": "9"}
    trial, faults = trial_in(given, LIMITS)
    assert faults == []
    assert trial == Trial(teachers=10, ground=-20, pupils=5, junior=0.3, budget=9)


def test_everything_wrong_is_told() -> None:
    _trial, faults = trial_in({"teachers": "999", "pupils": "50", "junior": "x", "budget": "-1"}, LIMITS)
    assert len(faults) == 4


def test_the_limits_are_the_laws(year: Opened, study: RemedyStudy) -> None:
    assert limits_of(year, study) == LIMITS


def test_nothing_different_is_the_plan_without_moves(year: Opened, study: RemedyStudy) -> None:
    found = tried(year, study, Trial())
    assert found.cost is not None
    assert found.cost == pytest.approx(EQUIPPED)
    assert found.bound is not None
    assert found.bound <= found.cost
    assert tried(year, study, Trial(budget=1.0)) == found


@pytest.mark.parametrize(
    ("trial", "cost"),
    [
        (Trial(teachers=100), EQUIPPED),
        (Trial(ground=100), EQUIPPED),
        (Trial(equipment=-50), EQUIPPED / 2),
        (Trial(equipment=100), 240_000 + 649_636.65 + 418_181.82),  # ground, and equipment to its floor only
    ],
)
def test_prices_change_the_cost_of_what_they_are_for(
    year: Opened, study: RemedyStudy, trial: Trial, cost: float
) -> None:
    assert tried(year, study, trial).cost == pytest.approx(cost)


def test_more_pupils_cost_more_and_a_stricter_limit_too(year: Opened, study: RemedyStudy) -> None:
    plain = tried(year, study, Trial()).cost
    more, strict = tried(year, study, Trial(pupils=10)).cost, tried(year, study, Trial(primary=0.01, junior=0.01)).cost
    assert plain is not None
    assert more is not None
    assert strict is not None
    assert plain < more
    assert plain < strict
    loose = tried(year, study, Trial(primary=2.0, junior=2.0)).cost
    assert loose is not None
    assert loose <= plain


def test_limits_that_leave_no_plan_are_told_at_once(year: Opened, study: RemedyStudy) -> None:
    lines = [{"school_code": one, "indicator": "L6"} for one in year.rows(COUNTY)["school_code"].unique()]
    study.asked = {**study.asked, "limits": {"forbidden": lines}}
    assert tried(year, study, Trial(pupils=10)) == Tried(None, None, impossible=True)


def test_the_study_itself_is_left_alone(year: Opened, study: RemedyStudy) -> None:
    before = replace(Trial()), dict(study.prices[COUNTY]["add"])
    tried(year, study, Trial(teachers=100))
    assert before == (Trial(), study.prices[COUNTY]["add"])


def test_counties_that_cannot_be_judged_are_left_out_and_named(year: Opened, study: RemedyStudy) -> None:
    held = year.units.with_columns(
        equipment_value_yuan=pl.when(pl.col("school_code") == PRIMARY).then(None).otherwise("equipment_value_yuan")
    )
    blank = replace(year)
    vars(blank)["units"] = held
    assert tried(blank, study, Trial()) == Tried(None, None, left_out=(COUNTY,))

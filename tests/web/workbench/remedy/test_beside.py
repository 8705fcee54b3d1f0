"""Two studies side by side."""

import copy

import pytest

from junheng.policy.text import Text
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.beside import cost_table, difference_table, differing
from tests.balance.city import COUNTY, NINE
from tests.web.workbench.remedy.ground import LAW

NAMES = {COUNTY: Text("金水区", "Jinshui")}


@pytest.fixture
def other(study: RemedyStudy) -> RemedyStudy:
    """The same with one teacher more and without the equipment."""
    made = copy.deepcopy(study)
    (county,) = made.result or []
    county["works"] = [
        {**one, "amount": one["amount"] + (one["action"] == "move_in")}
        for one in county["works"]
        if one["indicator"] != "L6"
    ]
    county["sections"][0]["cost"] += 18_000
    return made


def test_a_study_does_not_differ_from_itself(study: RemedyStudy) -> None:
    assert differing(study, study) == []


def test_what_differs_stands_with_both_amounts(study: RemedyStudy, other: RemedyStudy) -> None:
    rows = difference_table(study, other, LAW).records()
    told = {(one["code"], one["indicator"].zh[:2]): (one["first"], one["second"]) for one in rows}
    assert told == {("2141000001", "L1"): (4, 5), (NINE, "L6"): (563_636.37, 0)}


def test_costs_section_by_section(study: RemedyStudy, other: RemedyStudy) -> None:
    table = cost_table([study, other], NAMES)
    assert sorted(table.column("more")) == pytest.approx([0, 1.8])
    assert len(table.rows) == 2


def test_a_section_without_a_plan_has_no_difference(study: RemedyStudy, other: RemedyStudy) -> None:
    (county,) = other.result or []
    county["sections"][0]["cost"] = None
    assert None in cost_table([study, other], NAMES).column("more")


def test_counties_only_one_asked_about_are_left_out(study: RemedyStudy, other: RemedyStudy) -> None:
    other.prices = {"410106": other.prices[COUNTY]}
    (county,) = other.result or []
    county["code"] = "410106"
    assert differing(study, other) == []
    assert cost_table([study, other], NAMES).rows == ()

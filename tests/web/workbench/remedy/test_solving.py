"""The engine's answer as a study keeps it."""

import json

import pytest

from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.opened import Opened
from junheng.web.workbench.remedy.solving import own_limits, solved, totals
from junheng.web.workbench.remedy.works import whole_cost
from tests.balance.city import COUNTY, NINE, PRIMARY
from tests.web.workbench.remedy.ground import ASKED


def test_the_answer_is_the_cheapest_and_says_what_changes(study: RemedyStudy) -> None:
    assert study.result is not None
    (county,) = study.result
    sections = {one["section"]: one for one in county["sections"]}
    assert study.cost is not None
    assert study.cost == pytest.approx(72_000 + 563_636.37)
    assert whole_cost(county["works"]) == study.cost
    assert study.bound is not None
    assert study.cost - 1 < study.bound <= study.cost
    assert [one["status"] for one in county["sections"]] == ["optimal", "optimal"]
    assert sections["junior"]["passing_after"] == sections["junior"]["schools"] == sections["junior"]["passing"] + 1
    equipment = next(one for one in sections["junior"]["dispersions"] if one["id"] == "L6")
    assert equipment["after"] < equipment["before"] < equipment["limit"] == 0.45
    taken = {(one["school_code"], one["indicator"], one["action"]) for one in county["actions"]}
    assert {one for one in taken if one[2] != "move_out"} == {
        (PRIMARY, "L1", "move_in"),
        (NINE, "L6", "add"),
    }
    (equipped,) = [one for one in county["works"] if one["indicator"] == "L6"]
    assert (equipped["section"], equipped["sections"]) == ("", ["primary", "junior"])
    assert county["together"]
    assert json.loads(json.dumps(study.result)) == study.result


def test_a_county_says_how_far_it_is(year: Opened, study: RemedyStudy) -> None:
    told: list[tuple[str, int, int]] = []
    solved(year, ASKED, study.prices, lambda *step: told.append(step))
    assert told == [(COUNTY, 0, 2), (COUNTY, 1, 2), (COUNTY, 2, 2)]


def test_a_budget_that_is_too_small_has_no_plan_and_says_why_with_names(year: Opened, study: RemedyStudy) -> None:
    asked = {**ASKED, "limits": {"budget": 100_000}, "moving": False}
    prices = {COUNTY: {**study.prices[COUNTY], "move": {}}}
    (county,) = solved(year, asked, prices, lambda *_: None)
    assert totals([county])[0] is None
    assert county["check"] is None
    words = next(one["words"] for one in county["sections"] if one["words"])
    assert "全县花费不超过 100,000.00 元" in words["zh"]
    assert all(one["conflict"] for one in county["sections"] if one["words"])


def test_limits_on_schools_of_other_counties_do_not_bear(year: Opened) -> None:
    line, elsewhere = {"school_code": NINE, "indicator": "L6"}, {"school_code": "9" * 10, "indicator": "L6"}
    assert own_limits({"forbidden": [line, elsewhere], "budget": 1}, year, COUNTY) == {"forbidden": [line], "budget": 1}


def test_limits_that_do_not_fit_are_refused(year: Opened, study: RemedyStudy) -> None:
    with pytest.raises(Refusal, match="per_school"):
        solved(year, {**ASKED, "limits": {"per_school": {"L1": -1}}}, study.prices, lambda *_: None)

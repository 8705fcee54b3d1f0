"""A study by several ways: the engine's answer, its lists, the real verdict after it."""

from typing import Any

import pytest

from junheng.policy.text import Text
from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.models import Lever, RemedyStudy
from junheng.web.workbench.remedy.checking import changes_of
from junheng.web.workbench.remedy.figures import figures
from junheng.web.workbench.remedy.further import answer_to
from junheng.web.workbench.remedy.further_tables import Further
from junheng.web.workbench.remedy.levers_told import leads_of
from junheng.web.workbench.remedy.lists import Lists
from junheng.web.workbench.remedy.opened import Opened
from junheng.web.workbench.remedy.solving import solved
from junheng.web.workbench.remedy.works import whole_cost, works_of
from tests.balance.city import COUNTY, JUNIOR, NINE, PRIMARY
from tests.web.workbench.remedy.ground import (
    ASKED,
    HIRED,
    LAW,
    POSTS,
    PRICES,
    SHELVED,
    TRAINED,
    lever,
    short_of_teachers,
    with_ways,
)

NAMES = {COUNTY: Text("金水区", "Jinshui")}
OTHERS = {id_: yuan for id_, yuan in PRICES.items() if id_ not in {"L1", "L3"}}
"""Prices of what is hired by kind alone left out."""
Result = list[dict[str, Any]]


def answer(*rows: Lever, **prices: Any) -> tuple[Result, dict[str, Any]]:
    """The answer by some ways, and what it was priced with."""
    held = {COUNTY: with_ways(*rows, **prices)}
    return solved(short_of_teachers(), {**ASKED, "moving": False}, held, lambda *_: None), held


def test_training_is_listed_with_its_years_and_the_county_passes_after_it() -> None:
    result, prices = answer(lever(TRAINED))
    works = {(one["school_code"], one["indicator"], one["action"]) for one in result[0]["works"]}
    assert (PRIMARY, "L1", "train") in works
    assert result[0]["check"]["state"] == "met"
    found = figures(result, prices)
    assert found.cost is not None
    assert found.low < found.cost < found.high
    lists = Lists(result, LAW, NAMES, (), leads_of(prices.values()))
    (trained,) = lists.training().records()
    assert (trained["code"], trained["lead"]) == (PRIMARY, 2)
    tables = {one.id: one for one in lists.all([(COUNTY, one) for one in result[0]["actions"]])}
    assert "conversions" not in tables
    papers = ("projects", "purchases", "hiring", "training", "moves")
    assert sum(sum(tables[one].column("cost")) for one in papers) == pytest.approx(found.cost / 10_000)


def test_who_counts_twice_is_one_person_on_one_row() -> None:
    result, prices = answer(lever(HIRED), lever(POSTS, per_school="19"), add=OTHERS)
    (hired,) = [one for one in Lists(result, LAW, NAMES).hiring().records() if one["action"].zh.startswith("招聘")]
    assert hired["action"].zh == "招聘：体育艺术教师"
    assert hired["indicator"].zh == "L1 高学历教师、L3 体育艺术教师"
    assert hired["cost"] == pytest.approx(12.5 * hired["count"])
    assert result[0]["check"]["state"] == "met"
    changes = list(changes_of(short_of_teachers(), result[0]["works"]))
    assert sum(one.amount for one in changes if one.column == "pe_teachers") >= hired["count"]
    found = figures(result, prices)
    equipment = sum(one["cost"] for one in result[0]["works"] if one["indicator"] == "L6")
    assert found.cost is not None
    assert (found.low, found.high) == (found.cost - equipment / 2, found.cost + 2 * equipment)


def test_what_is_built_for_a_whole_school_is_counted_once() -> None:
    shares = {(JUNIOR, section, id_): 0.5 for section in ("primary", "junior") for id_ in ("L4", "L6")}
    counts = lever(SHELVED).said["counts"]
    actions = [
        {"school_code": JUNIOR, "school_name": "甲校", "section": section, "indicator": id_, "action": "build"}
        | {"kind": "实验室", "amount": counts[id_] / 2 * 3, "cost": 13_500.0 if id_ == "L4" else 0.0}
        for section in ("primary", "junior")
        for id_ in counts
    ]
    works = works_of(actions, shares, LAW, {("build", "实验室"): counts})
    assert [(one["indicator"], one["amount"], one["units"], one["cost"]) for one in works] == [
        ("L4", 240, 3, 27_000),
        ("L6", 60_000, 0, 0),
    ]
    (built,) = Lists([{"code": COUNTY, "works": works}], LAW, NAMES).projects().records()
    assert (built["count"], built["unit"].zh, built["cost"]) == (3, "处", 2.7)


def test_a_county_with_schools_of_several_sections_is_planned_whole_by_several_ways(year: Opened) -> None:
    prices = {COUNTY: with_ways(lever(TRAINED), lever(SHELVED))}
    result = solved(year, {**ASKED, "moving": False}, prices, lambda *_: None)
    (county,) = result
    assert county["check"]["state"] == "met"
    built_in = [one for one in county["works"] if one["school_code"] == NINE and one["action"] == "build"]
    (equipped,) = [one for one in built_in if one["indicator"] == "L6"]
    assert equipped["section"] == ""
    built = [one for one in Lists(result, LAW, NAMES).projects().records() if one["code"] == NINE]
    assert [(one["section"].zh, one["count"] * 20_000) for one in built] == [("整校", equipped["amount"])]
    assert whole_cost(county["works"]) == pytest.approx(sum(one["cost"] for one in county["sections"]))


def test_demands_are_priced_together_with_the_limits_on_ways() -> None:
    held = further("demands", {})
    (part,) = held["sections"]
    assert part["section"] == "primary+junior"
    asked = {"asked": {}, "answer": held}
    told = Further(Lists([], LAW, NAMES), ways=True)
    demands, schools, drivers = told.made("demands", asked)
    assert "L3 体育艺术教师：各校的要求" in [one.zh for one in demands.column("demand")]
    limits = [{"kind": "posts", "indicator": None}, {"kind": "way", "indicator": None, "way": "train L1"}]
    assert [told.demand_title(one).zh for one in limits] == ["空编的上限", "培训：高学历教师的上限"]
    assert "小学、初中" in {one.zh for one in schools.column("section")}
    assert drivers.rows
    assert all("各种办法一起算" in one.notes[0].zh for one in (demands, schools))


def test_the_cost_follows_the_price_of_a_way() -> None:
    held = further("sensitivity", {"by": 10.0})
    table = Further(Lists([], LAW, NAMES), ways=True).varied(held, 10)
    rows = {one["what"].zh: one for one in table.records()}
    hired = rows["招聘：体育艺术教师单价"]
    assert hired["more_0"] < 0 < hired["more_1"]


def test_a_sum_buys_schools_by_all_ways() -> None:
    held = further("budget", {"budget": 200_000.0, "by": "schools", "county": ""})
    assert held["chosen"]["cost"] <= 200_000 <= held["enough"] + 200_000
    points, _schools, actions = Further(Lists([], LAW, NAMES), ways=True).made("budget", {"asked": {}, "answer": held})
    assert points.rows
    assert {one["action"] for one in held["actions"]} <= {"add", "hire"}
    assert len(actions.rows) == len(held["actions"])


def further(what: str, asked: dict[str, Any]) -> dict[str, Any]:
    """The answer to a question of a study by hiring alone, whose sections share a limit."""
    prices = with_ways(lever(HIRED), lever(POSTS, per_school="19", per_county="30"), add=OTHERS)
    study = RemedyStudy(standard=LAW.id, asked={**ASKED, "moving": False}, prices={COUNTY: prices})
    return answer_to(what, short_of_teachers(), study, asked, lambda *_: None)


def test_a_limit_that_is_not_known_is_asked_for_by_title() -> None:
    with pytest.raises(Refusal, match="培训：高学历教师的上限：不知道学校"):
        answer(lever(TRAINED, column=""))


def test_no_plan_says_which_ways_clash() -> None:
    result, _prices = answer(lever(HIRED), lever(POSTS, per_school="0"), add=OTHERS)
    words = [demand["zh"] for one in result[0]["sections"] for demand in one["conflict"]]
    assert "招聘不超过空编" in words

"""The engine's answers to the further questions, and their tables and pictures."""

import json
from functools import cache
from typing import Any

import pytest

from junheng.policy.text import Text
from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.drawing import line_of
from junheng.web.workbench.remedy.further import answer_to
from junheng.web.workbench.remedy.further_tables import Further, ordered, pairs, plain_cost
from junheng.web.workbench.remedy.lists import Lists
from tests.balance.city import COUNTY, NINE, PRIMARY
from tests.web.workbench.remedy.ground import ASKED, LAW, PRICED, answered, the_year

QUESTIONS: dict[str, dict[str, Any]] = {
    "budget": {"budget": 250_000.0, "by": "schools", "county": ""},
    "demands": {},
    "sensitivity": {"by": 10.0},
    "years": {"first": 2026, "last": 2028, "money": [100_000.0, 1_000_000.0, 0.0], "lead": {"L6": 1}},
}


@cache
def asked(what: str) -> dict[str, Any]:
    """The answer to a question of the county's study, asked once, with the last thing it told."""
    told: list[tuple[int, int]] = []
    study = RemedyStudy(standard=LAW.id, asked=ASKED, prices={COUNTY: PRICED}, result=answered())
    answer = answer_to(what, the_year(), study, QUESTIONS[what], lambda done, of: told.append((done, of)))
    assert json.loads(json.dumps(answer)) == answer
    assert told[-1][0] == told[-1][1] > 0
    return {"asked": QUESTIONS[what], "answer": answer, "number": 1, "job": 1}


@pytest.fixture
def further() -> Further:
    return Further(Lists(answered(), LAW, {COUNTY: Text("金水区", "Jinshui")}))


def test_a_budget_mends_the_cheaper_school_first(further: Further) -> None:
    held = asked("budget")
    answer = held["answer"]
    whole = next(one for one in answer["points"] if one["budget"] == answer["enough"])
    assert (whole["schools"], whole["cost"]) == (answer["schools"], answer["enough"])
    assert answer["chosen"]["cost"] <= 250_000 < answer["enough"]
    assert answer["chosen"]["schools"] == answer["points"][0]["schools"] + 1
    assert answer["one_million_more"]["schools"] == answer["schools"]
    points, schools, actions = further.made("budget", held)
    assert points.column("budget")[-1] == pytest.approx(125.0)
    assert schools.column("code") == [one["school_code"] for one in answer["actions"][:1]]
    assert sum(schools.column("cost")) == pytest.approx(answer["chosen"]["cost"] / 10_000)
    assert actions.rows
    drawn = line_of(answer)
    assert [one.chosen for one in drawn.marks].count(True) == 1
    heights = [float(one.y) for one in drawn.marks]
    assert heights == sorted(heights, reverse=True)
    assert len(drawn.marks) == len(answer["points"]) - 1
    assert drawn.ticks[0].words == drawn.under[0].words == "0"


def test_demands_and_schools_have_prices_and_dispersions_their_drivers(further: Further) -> None:
    held = asked("demands")
    table, schools, drivers = further.made("demands", held)
    saved = table.column("most")
    assert saved == sorted(saved, reverse=True)
    kinds = {one["kind"] for _, _, one in ordered(held["answer"], schools=False)}
    assert "threshold" in kinds
    named = {one["school_code"] for _, _, one in ordered(held["answer"], schools=True)}
    assert {PRIMARY, NINE} <= named
    assert set(schools.column("code")) == named
    assert all(0 < share <= 1 for share in drivers.column("share"))
    assert held["answer"]["left_out"] == []


def test_the_cost_follows_the_price_of_what_is_bought(further: Further) -> None:
    held = asked("sensitivity")
    now = plain_cost(held["answer"])
    assert now is not None
    sides = {what: (less[0], more[0]) for what, less, more in pairs(held["answer"])}
    assert set(sides) == {"pupils", *(one.id for one in LAW.indicators)}
    less, more = sides["L6"]
    assert less is not None
    assert more is not None
    assert less < now < more
    (table,) = further.made("sensitivity", held)
    row = next(row for row in table.rows if "L6" in row[0].zh)
    assert row[3] == pytest.approx((less - now) / 10_000)


def test_years_pay_for_whole_schools_within_their_budgets(further: Further) -> None:
    held = asked("years")
    order = held["answer"]["order"]
    paid = {one["school_code"]: one for one in order["schools"]}
    assert set(paid) == {PRIMARY, NINE}
    assert (paid[PRIMARY]["paid"], paid[PRIMARY]["ready"]) == (2026, 2026)
    assert (paid[NINE]["paid"], paid[NINE]["ready"]) == (2027, 2028)
    by_year, schools, *works = further.made("years", held)
    assert by_year.column("left")[0] == pytest.approx((100_000 - order["years"][0]["spent"]) / 10_000)
    assert sum(by_year.column("ready")) == 2
    assert sum(schools.column("cost")) == pytest.approx(sum(by_year.column("spent")))
    assert [len(one.rows) for one in works] == [1, 1, 0]
    assert works[1].column("code") == [NINE]


def test_too_little_money_is_told(study: RemedyStudy) -> None:
    little = {**QUESTIONS["years"], "money": [1.0, 1.0, 1.0]}
    answer = answer_to("years", the_year(), study, little, lambda *_: None)
    assert answer["order"] is None
    assert any("到 2028 年为止要付" in one["zh"] for one in answer["reasons"])
    assert Further(Lists(answered(), LAW, {})).made("years", {"asked": little, "answer": answer}) == []


def test_limits_that_do_not_fit_are_refused(study: RemedyStudy) -> None:
    study.asked = {**ASKED, "limits": {"per_school": {"L1": -1}}}
    with pytest.raises(Refusal, match="per_school"):
        answer_to("demands", the_year(), study, {}, lambda *_: None)


def test_forbidden_is_forbidden_here_too(study: RemedyStudy) -> None:
    line = {"school_code": NINE, "indicator": "L6"}
    study.asked = {**ASKED, "limits": {"forbidden": [line]}}
    answer = answer_to("budget", the_year(), study, QUESTIONS["budget"], lambda *_: None)
    assert all((one["school_code"], one["indicator"]) != (NINE, "L6") for one in answer["actions"])

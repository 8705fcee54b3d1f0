"""Totals of counties, and demands in the order of what they save."""

from junheng.web.workbench.remedy.further_tables import SCOPE, not_added_up, ordered, pairs, plain_cost
from junheng.web.workbench.remedy.questions import QUESTIONS


def test_totals_are_those_of_the_counties_that_have_a_plan() -> None:
    def county(cost: float | None) -> dict[str, object]:
        sides = [{"what": "L1", "factor": factor, "cost": cost, "bound": 1.0} for factor in (0.9, 1.1)]
        return {"cost": cost, "bound": 1.0, "variants": sides}

    known = {"counties": {"a": county(2.0), "b": county(3.0)}}
    assert plain_cost(known) == 5.0
    assert pairs(known) == [("L1", (5.0, 2.0), (5.0, 2.0))]
    lacking = {"counties": {"a": county(2.0), "b": county(None)}}
    assert not_added_up(lacking) == ["b"]
    assert plain_cost(lacking) == 2.0
    assert pairs(lacking) == [("L1", (2.0, 1.0), (2.0, 1.0))]
    assert plain_cost({"counties": {"b": county(None)}}) is None


def test_a_variant_without_a_plan_has_no_total() -> None:
    sides = [
        {"what": "L1", "factor": 0.9, "cost": None, "bound": 1.0},
        {"what": "L1", "factor": 1.1, "cost": 3.0, "bound": 1.0},
    ]
    answer = {"counties": {"a": {"cost": 2.0, "bound": 1.0, "variants": sides}}}
    assert pairs(answer) == [("L1", (None, 1.0), (3.0, 1.0))]


def test_the_dearest_stands_first_and_schools_apart() -> None:
    prices = [{"kind": kind, "saved_most": most} for kind, most in (("count", 1.0), ("school", 9.0), ("total", 4.0))]
    answer = {"sections": [{"county_code": "c", "section": "junior", "demands": prices}]}
    assert [one["saved_most"] for _, _, one in ordered(answer, schools=False)] == [4.0, 1.0]
    assert [one["kind"] for _, _, one in ordered(answer, schools=True)] == ["school"]


def test_every_question_says_how_it_counts_what_sections_share() -> None:
    assert set(SCOPE) == set(QUESTIONS)

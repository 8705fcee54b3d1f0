"""Why there is no plan, in words, with nothing that could be left out."""

from collections.abc import Iterator

import pytest

from junheng.balance.remedy import Limits
from junheng.balance.remedy.conflicts import why_impossible, why_over_budget
from junheng.balance.remedy.solve import solve
from junheng.programs import Solver
from tests.balance.remedy.county import judged, problem_of, row, rows


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    with Solver() as one:
        yield one


def test_a_school_that_may_not_get_what_it_needs(solver: Solver) -> None:
    limits = Limits(forbidden=frozenset({("a3", "L1"), ("a3", "L4"), ("a1", "L7")}), per_school={"L6": 1e9})
    problem = problem_of(judged(), limits)
    assert solve(problem, solver).impossible
    words, demands = why_impossible(problem, limits, solver)
    assert [(one.kind, one.school_code, one.indicator) for one in demands] == [
        ("school", "a3", None),
        ("forbidden", "a3", "L1"),
    ]
    assert words.zh == "以下要求不能同时满足：学校 a3 达标（至少 6 项达到要求，其余达到下限）；a3 的 L1 不得增加"
    assert words.en.endswith("school a3 passes (6 indicators met, the others at their floor); no L1 added at a3")


def test_two_thresholds_out_of_reach_though_each_could_be_the_exempted_one(solver: Solver) -> None:
    limits = Limits(per_school={"L1": 2}, schools={"a3": {"L4": 100}}, pinned={("a2", "L7"): 1})
    given = [*rows()[:2], row("a3", 300, teachers_above_qualification=9.0, teaching_area=1200.0)]
    problem = problem_of(judged(*given), limits)
    _, demands = why_impossible(problem, limits, solver)
    assert [(one.kind, one.indicator) for one in demands] == [("school", None), ("most", "L1"), ("most", "L4")]
    assert demands[1].words.en == "at most 2 of L1 added at any school"
    assert demands[2].to_dict() == {
        "kind": "most",
        "school_code": "a3",
        "indicator": "L4",
        "zh": "a3 的 L4 最多增加 100",
        "en": "at most 100 of L4 added at a3",
    }


def test_a_dispersion_that_the_limits_leave_too_wide(solver: Solver) -> None:
    limits = Limits(per_school={"L6": 1000.0, "L1": 50})
    given = [row("a1", equipment_value_yuan=9e6), row("a2", 400), row("a3", 300)]
    problem = problem_of(judged(*given), limits)
    assert solve(problem, solver).impossible
    _, demands = why_impossible(problem, limits, solver)
    assert [(one.kind, one.indicator) for one in demands] == [("dispersion", "L6"), ("most", "L6")]


def test_too_little_for_the_whole_section(solver: Solver) -> None:
    limits = Limits(per_section={"L1": 50, "L7": 2})
    given = [row(f"a{at}", 300, teachers_above_qualification=10.0, multimedia_classrooms=5.0) for at in range(3)]
    problem = problem_of(judged(*given, row("b1"), row("b2")), limits)
    assert solve(problem, solver).impossible
    _, demands = why_impossible(problem, limits, solver)
    assert [one.indicator for one in demands if one.kind == "section"] == ["L7"]
    assert [one.school_code for one in demands if one.kind == "school"] == ["a0", "a1", "a2"]


def test_a_budget_names_schools_that_alone_exceed_it() -> None:
    problem = problem_of(judged())
    least = solve(problem).cost
    words, demands = why_over_budget([problem], least - 1, least)
    assert [(one.kind, one.school_code) for one in demands] == [("budget", None), ("school", "a3")]
    assert f"{least:,.2f}" in words.zh
    assert f"{least - 1:,.2f}" in words.en
